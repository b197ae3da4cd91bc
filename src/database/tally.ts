/**
 * What reading the first page tells of how many are selected, so that a count after it need not look again: how many of the newest (as
 * many as WALK) are, how many of all, or that there are so many at least. Most searches find few, and then reading the page has counted
 * them. Later pages, and what lies beyond a page, are read from a place on, and tell nothing.
 */
export type Tally = { near?: number; total?: number; atLeast?: number };
