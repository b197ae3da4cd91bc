import type { GraphQLError, GraphQLResolveInfo } from 'graphql';

/** A place of the answer. Two are the same only as one object. */
export type Path = GraphQLResolveInfo['path'];

/**
 * The errors of one answer. What happens beneath a place that has become null already is not told any more: the answer has nothing
 * there, and whether it came in time would be chance.
 */
export class FieldErrors {
  readonly all: GraphQLError[] = [];
  readonly #nulled = new Set<Path | undefined>();

  /** Adds the error because of which the place is null; undefined: the whole answer. */
  add(error: GraphQLError, place: Path | undefined): void {
    let above = place;
    while (above && !this.#nulled.has(above)) above = above.prev;
    if (this.#nulled.has(above)) return;
    this.#nulled.add(place);
    this.all.push(error);
  }
}
