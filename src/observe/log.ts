import { type DestinationStream, type Logger, pino } from 'pino';
import type { Recorder } from './request-record.ts';

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

/** Returns a recorder that logs one line per request, at level error for status 500 and above. */
export function createRequestLog(log: Log): Recorder {
  return ({ seconds, operation, codes, ...record }) => {
    const milliseconds = Math.round(seconds * 10_000) / 10;
    const asked = { operationType: operation?.type, operation: operation?.name?.slice(0, LONGEST_NAME) };
    const line = { ...record, milliseconds, ...asked, codes: codes.length > 0 ? codes : undefined };
    if (record.status >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  };
}

/**
 * Returns a function that logs one line per error of ours. Of PostgreSQL's errors, it logs only fields that contain no value of a
 * row or a parameter.
 */
export function createFaultLog(log: Log): (error: unknown, correlationId?: string) => void {
  return (error, correlationId) => log.error({ correlationId, fault: describe(error) }, 'fault');
}

// E-mail addresses, and numbers as long as a phone number, in case one got into a message of ours.
const PERSONAL = /\S+@\S+|\d{7,}/g;
const SAFE = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'];

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const safe = Object.fromEntries(Object.entries(error).filter(([name]) => SAFE.includes(name)));
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  // A PostgreSQL message can quote a value; the code says what is wrong.
  const message = 'severity' in error ? undefined : error.message.replace(PERSONAL, '…');
  return { type: error.name, message, ...safe, stack: frames?.slice(0, 12).map((line) => line.trim()) };
}
