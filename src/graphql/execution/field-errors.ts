import { type ASTNode, GraphQLError, locatedError, type ResponsePath, responsePathAsArray } from 'graphql';

/**
 * What failed, and where. It becomes an error of the answer only at the end: to find the line and column of each of thousands of fields
 * that fail, the text of the document would be read thousands of times.
 */
export class Failure {
  readonly #cause: unknown;
  readonly #nodes: readonly ASTNode[];
  readonly #path: ResponsePath;

  constructor(cause: unknown, nodes: readonly ASTNode[], path: ResponsePath) {
    this.#cause = cause;
    this.#nodes = nodes;
    this.#path = path;
  }

  locate(): GraphQLError {
    return locatedError(this.#cause, this.#nodes, responsePathAsArray(this.#path));
  }
}

/**
 * The first errors of one answer. An error beneath a place that is null already is left out: the answer has nothing there, and whether the
 * error came in time would be chance. Each place has one path object, so paths are compared as objects.
 */
export class FieldErrors {
  readonly #most: number;
  readonly #all: unknown[] = [];
  readonly #nulled = new Set<ResponsePath | undefined>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Adds what made the value at this path null; without a path, the whole answer. */
  add(error: unknown, path: ResponsePath | undefined): void {
    if (this.#all.length === this.#most) return;
    let above = path;
    while (above && !this.#nulled.has(above)) above = above.prev;
    if (this.#nulled.has(above)) return;
    this.#nulled.add(path);
    this.#all.push(error);
  }

  /** In the order in which they came. What failed outside any field has no place. */
  located(): GraphQLError[] {
    return this.#all.map((error) => {
      if (error instanceof Failure) return error.locate();
      return error instanceof GraphQLError ? error : locatedError(error, undefined);
    });
  }
}
