import { CallerError } from '../domain/refusal.ts';

/** Waits no longer than this. The work goes on without the caller, bounded by the database's own timeouts. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(
    () => reject(new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.')),
    milliseconds,
  );
  work.then(resolve, reject).finally(() => clearTimeout(timer));
  return promise;
}
