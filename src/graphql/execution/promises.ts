/** The fields of one object of an answer ("resultMap" in the specification). */
export type ResultMap = Record<string, unknown>;

export function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Puts the values of the pending fields in the place of their promises. */
export function settle(object: ResultMap, pending: readonly string[]): Promise<ResultMap> {
  return Promise.all(pending.map((key) => object[key])).then((values) => {
    for (const [index, key] of pending.entries()) object[key] = values[index];
    return object;
  });
}

/** Throws the error, but not before the promises among the values have settled: one may fail later, when nobody awaits it any more. */
export function throwAfter(values: readonly unknown[], error: unknown): Promise<never> {
  const pending = values.filter(isPromise);
  if (pending.length === 0) throw error;
  return Promise.allSettled(pending).then(() => Promise.reject(error));
}
