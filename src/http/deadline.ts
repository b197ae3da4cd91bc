import { CallerError } from '../domain/refusal.ts';

/** Waits no longer than this. The work goes on without the caller, bounded by the database's own timeouts. */
export async function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.')),
    milliseconds,
  );
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
