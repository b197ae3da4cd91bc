import { TOO_LONG } from '../documents/answer-size.ts';

/** What is told of an answer at most. */
export type Bounds = { mostErrors: number; mostLength: number };

/**
 * Measures an answer while it is made: the UTF-16 units of its names and texts, which are never more than its JSON has bytes. What has
 * become null after all counts as well.
 */
export class AnswerLength {
  readonly #most: number;
  #units = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the value, counted if it is a text. */
  count(value: unknown): unknown {
    if (typeof value === 'string') this.#units += value.length;
    return value;
  }

  /** The data, or TOO_LONG in their place. */
  bound<Data extends object>(data: Data | null): Data | typeof TOO_LONG | null {
    return data && this.#units > this.#most ? TOO_LONG : data;
  }
}
