import { type DestinationStream, type Logger, pino } from 'pino';
import type { RequestIds } from '../graphql/request-ids.ts';
import { withoutPersonal } from './reason.ts';
import { isProbe, type Recorder } from './request-record.ts';
import type { TellTrouble } from './troubles.ts';

export type Log = Logger;

export function createLog(level: string, destination: DestinationStream = bufferedOutput()): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

// Buffered, because a system call for each line would be a twentieth of the cost of an access check. Pino writes the rest at
// exit. A pipe takes up to 4 kB as one piece; lines of another process could split a larger one.
function bufferedOutput(): DestinationStream {
  return pino.destination({ sync: false, minLength: 3072, maxWrite: 4096, periodicFlush: 100 });
}

// In characters: lines of another process could split a longer line.
const LONGEST_NAME = 100;

/**
 * Returns a recorder that logs one line per request: at level error for what is our bug, at warn while the service cannot answer, at
 * debug for probes. A flood over the allowance is told as a trouble, too.
 */
export function createRequestLog(log: Log, tellTrouble: TellTrouble): Recorder {
  return ({ seconds, operation, codes, ...record }) => {
    const { status, route, accessKeyId } = record;
    const milliseconds = Math.round(seconds * 10_000) / 10;
    const asked = { operationType: operation?.type, operation: operation?.name?.slice(0, LONGEST_NAME) };
    const line = { ...record, milliseconds, ...asked, codes: codes.length > 0 ? codes : undefined };
    if (isProbe(route)) log.debug(line, 'request');
    else if (status === 503) log.warn(line, 'request');
    else if (status >= 500) log.error(line, 'request');
    else log.info(line, 'request');
    if (status === 429) tellTrouble('warn', 'over the allowance', { accessKeyId });
  };
}

/** An error of ours, and where it happened: in a request, or in a job. */
export type ReportFault = (error: unknown, where?: Partial<RequestIds> & { job?: string }) => void;

/**
 * Returns a function that logs one line per error of ours. Of PostgreSQL's errors, it logs only fields that contain no value of a
 * row or a parameter.
 */
export function createFaultLog(log: Log): ReportFault {
  return (error, { correlationId, traceId, job } = {}) =>
    log.error({ correlationId, traceId, job, fault: describe(error) }, 'fault');
}

const SAFE = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'];

// SQLSTATE classes of messages that PostgreSQL or a pooler writes about itself: connections, logins, resources, cancellations.
const ABOUT_ITSELF = /^(08|25|28|3D|53|55|57|58)/;

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  // One error for each address that was tried.
  if (error instanceof AggregateError) return { type: error.name, errors: error.errors.slice(0, 4).map(describe) };
  const safe = Object.fromEntries(Object.entries(error).filter(([name]) => SAFE.includes(name)));
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  // A PostgreSQL message can quote a value; the code says what is wrong.
  const isSafe = !('severity' in error) || ABOUT_ITSELF.test(String(safe.code));
  const message = isSafe ? withoutPersonal(error.message) : undefined;
  return { type: error.name, message, ...safe, stack: frames?.slice(0, 12).map((line) => line.trim()) };
}
