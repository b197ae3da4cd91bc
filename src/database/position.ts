/** A row's place in an order: what it is ordered by, and its id where others have the same. */
export type Position = { key: string | Date; id: string };
