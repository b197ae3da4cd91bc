import { CallerError } from '../domain/refusal.ts';

/** Waits no longer than this. The work goes on without the caller, bounded by the database's own timeouts. */
export function withDeadline<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new CallerError('SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.')),
      milliseconds,
    );
    const end =
      <Outcome>(settle: (outcome: Outcome) => void) =>
      (outcome: Outcome) => {
        clearTimeout(timer);
        settle(outcome);
      };
    work.then(end(resolve), end(reject));
  });
}
