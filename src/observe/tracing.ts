import type { StatementTracer } from '../database/engine/statement-tracer.ts';
import type { RequestRecord } from './request-record.ts';

/** A place in a trace: its id, and the span that comes next above. */
export type Trace = { traceId: string; spanId: string; isSampled: boolean };

export type TracedRequest = { method: string; route: string; from: Trace | undefined; state: unknown };

type RequestSpan = Trace & {
  /** What is done in it, now or later, has its spans below this one. */
  run<T>(work: () => T): T;
  end(record: RequestRecord): void;
};

/** Spans of requests, resolvers and statements. There is none of it unless it is switched on. */
export type Tracing = {
  /** Undefined for a probe: they would be most of the traces. */
  begin(request: TracedRequest): RequestSpan | undefined;
  /** A root field of an operation, such as Query.checkAccess. */
  traceField<T>(name: string, run: () => T): T;
  statements: StatementTracer;
  /** Sends what is left. */
  stop(): Promise<void>;
};
