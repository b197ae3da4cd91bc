import type { Trace } from '../observe/tracing.ts';

// Version, trace id, the caller's span and flags. "ff" is no version, and no id is all zeros.
const TRACEPARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;
const SAMPLED = 1;

/** Reads the header as W3C Trace Context wants it; undefined for one that is missing or not valid, which starts a new trace. */
export function readTraceparent(header: unknown): Trace | undefined {
  if (typeof header !== 'string') return undefined;
  const [, version, traceId, spanId, flags, more] = TRACEPARENT.exec(header) ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined;
  // Only versions after the first may add something.
  if (version === '00' && more !== undefined) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED };
}

export function writeTraceparent({ traceId, spanId, isSampled }: Trace): string {
  return `00-${traceId}-${spanId}-${isSampled ? '01' : '00'}`;
}

/** A request's own place in the caller's trace, or in a new one, whose id is then the correlation id without its dashes. */
export function continueTrace(from: Trace | undefined, correlationId: string): Trace {
  const own = correlationId.replaceAll('-', '');
  return { traceId: from?.traceId ?? own, spanId: own.slice(16), isSampled: from?.isSampled ?? false };
}
