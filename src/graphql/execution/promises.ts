/** The fields of an object of an answer. */
export type Answer = Record<string, unknown>;

export function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T>;
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Waits for the fields that are pending. */
export function settle(answer: Answer, pending: readonly string[]): Promise<Answer> {
  return Promise.all(pending.map((key) => answer[key])).then((values) => {
    for (const [index, key] of pending.entries()) answer[key] = values[index];
    return answer;
  });
}

/** Throws the error, but not before all that is under way has ended: it may fail, too, and nobody else would notice. */
export function afterAll(underWay: readonly unknown[], error: unknown): Promise<never> {
  if (underWay.length === 0) throw error;
  return Promise.allSettled(underWay).then(() => Promise.reject(error));
}
