import type { ResultMap } from './results.ts';

export function isPromise<T>(value: T | PromiseLike<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Puts the values of the pending fields in the place of their promises. */
export function settle(object: ResultMap, pending: readonly string[]): Promise<ResultMap> {
  const [key = ''] = pending;
  const only = object[key];
  // Mostly one field of each object of a list.
  if (pending.length === 1 && isPromise(only)) {
    return only.then((value) => {
      object[key] = value;
      return object;
    });
  }
  return Promise.all(pending.map((key) => object[key])).then((values) => {
    for (const [index, key] of pending.entries()) object[key] = values[index];
    return object;
  });
}

/** Lets promises among the values fail that nobody awaits any more, because something beside them has failed. */
export function forget(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => {});
}
