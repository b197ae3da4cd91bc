import type { GraphQLError, ResponsePath } from 'graphql';

/**
 * The errors of one answer. An error beneath a place that is null already is left out: the answer has nothing there, and whether the
 * error came in time would be chance. Each place has one path object, so paths are compared as objects.
 */
export class FieldErrors {
  readonly all: GraphQLError[] = [];
  readonly #nulled = new Set<ResponsePath | undefined>();

  /** Adds the error that made the value at this path null; without a path, the whole answer. */
  add(error: GraphQLError, path: ResponsePath | undefined): void {
    let above = path;
    while (above && !this.#nulled.has(above)) above = above.prev;
    if (this.#nulled.has(above)) return;
    this.#nulled.add(path);
    this.all.push(error);
  }
}
