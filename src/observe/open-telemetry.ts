import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Context,
  createContextKey,
  createTraceState,
  ROOT_CONTEXT,
  type SpanContext,
  TraceFlags,
  trace,
} from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import { createProcessor, createSampler, describeService, type SamplerSettings } from './open-telemetry-sdk.ts';
import { isProbe } from './request-record.ts';
import {
  type Described,
  describeField,
  describeRequest,
  describeResult,
  describeStatement,
  markFailed,
} from './spans.ts';
import type { Trace, TracedRequest, Tracing } from './tracing.ts';

// The spans of other requests for which a statement was sent as well.
const OTHERS = createContextKey('spans of others that a statement answers');
const LONGEST_FLUSH_MS = 3000;

/** `onLoss` is told why spans could not be sent. Requests neither wait for that nor fail. */
export function createTracing(
  settings: SamplerSettings,
  onLoss: (error: Error) => void,
  processor = createProcessor(onLoss),
): Tracing {
  const provider = new TracerProvider({
    resource: describeService(),
    sampler: createSampler(settings),
    spanProcessors: [processor],
  });
  const tracer = provider.getTracer('users-management');
  const current = new AsyncLocalStorage<Context>();

  /** Runs it in a span below the current one. Where there is none (a background job, a probe) it makes none. */
  function within<T>(describe: () => Described, run: () => T): T {
    const context = current.getStore();
    if (!context || !trace.getSpan(context)?.isRecording()) return run();
    const links = ((context.getValue(OTHERS) as SpanContext[] | undefined) ?? []).map((other) => ({ context: other }));
    const { name, ...options } = describe();
    const span = tracer.startSpan(name, { links, ...options }, context);
    const settle = (error?: unknown) => {
      if (error !== undefined) markFailed(span, error);
      span.end();
    };
    try {
      const result = current.run(trace.setSpan(context.deleteValue(OTHERS), span), run);
      if (isPromise(result)) result.then(() => settle(), settle);
      else settle();
      return result;
    } catch (error) {
      settle(error);
      throw error;
    }
  }

  return {
    begin({ from, state, ...request }: TracedRequest) {
      if (isProbe(request.route)) return undefined;
      const { name, ...options } = describeRequest(request);
      const span = tracer.startSpan(name, options, contextOf(from, state));
      const { traceId, spanId, traceFlags } = span.spanContext();
      const context = trace.setSpan(ROOT_CONTEXT, span);
      return {
        ...{ traceId, spanId, isSampled: (traceFlags & TraceFlags.SAMPLED) !== 0 },
        run: (work) => current.run(context, work),
        end(record) {
          describeResult(span, record);
          span.end();
        },
      };
    },
    traceField: (name, run) => within(() => describeField(name), run),
    statements: {
      trace: (text, run) => within(() => describeStatement(text), run),
      asker: () => current.getStore(),
      onBehalfOf(askers, run) {
        // A statement for many requests is part of the first one's trace, and linked to the others.
        const [first, ...others] = askers.filter((asker) => isSampled(asker)) as Context[];
        if (!first) return current.run(ROOT_CONTEXT, run);
        current.run(
          first.setValue(
            OTHERS,
            others.flatMap((other) => trace.getSpanContext(other) ?? []),
          ),
          run,
        );
      },
    },
    async stop() {
      // A collector that is away must not keep the process alive.
      await Promise.race([provider.shutdown().catch(onLoss), delay(LONGEST_FLUSH_MS, undefined, { ref: false })]);
    },
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof Object(value).then === 'function';
}

function isSampled(asker: unknown): boolean {
  return asker !== undefined && trace.getSpan(asker as Context)?.isRecording() === true;
}

function contextOf(from: Trace | undefined, state: unknown): Context {
  if (!from) return ROOT_CONTEXT;
  const { traceId, spanId, isSampled } = from;
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, isRemote: true, traceFlags: isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE },
    ...(typeof state === 'string' ? { traceState: createTraceState(state) } : {}),
  });
}
