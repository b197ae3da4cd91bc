import { type DestinationStream, type Logger, pino } from 'pino';
import type { Recorder } from './request-record.ts';

export type Log = Logger;

export function createLog(level: string, destination: DestinationStream = bufferedOutput()): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

// A write to the system for each line would be a twentieth of what an access check costs. Pino writes out the rest at exit.
// A pipe takes 4 kB as one piece: more could be torn apart by the lines of another process.
function bufferedOutput(): DestinationStream {
  return pino.destination({ sync: false, minLength: 3072, maxWrite: 4096, periodicFlush: 100 });
}

// A longer line could be torn apart by the lines of another process.
const LONGEST_NAME = 100;

/** One line a request. */
export function createRequestLog(log: Log): Recorder {
  return ({ seconds, operation, codes, ...record }) => {
    const milliseconds = Math.round(seconds * 10_000) / 10;
    const asked = { operationType: operation?.type, operation: operation?.name?.slice(0, LONGEST_NAME) };
    const line = { ...record, milliseconds, ...asked, codes: codes.length > 0 ? codes : undefined };
    if (record.status >= 500) log.error(line, 'request');
    else log.info(line, 'request');
  };
}

/** One line a fault of our own. Of PostgreSQL's errors only what holds no value of a row or a parameter. */
export function createFaultLog(log: Log): (error: unknown, correlationId?: string) => void {
  return (error, correlationId) => log.error({ correlationId, fault: describe(error) }, 'fault');
}

// E-mail addresses, and numbers as long as a phone's, should one have come into a message of our own.
const PERSONAL = /\S+@\S+|\d{7,}/g;
const SAFE = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine'];

function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const safe = Object.fromEntries(Object.entries(error).filter(([name]) => SAFE.includes(name)));
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  // A message of PostgreSQL's can quote a value; its code says what is wrong.
  const message = 'severity' in error ? undefined : error.message.replace(PERSONAL, '…');
  return { type: error.name, message, ...safe, stack: frames?.slice(0, 12).map((line) => line.trim()) };
}
