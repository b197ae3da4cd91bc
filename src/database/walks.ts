/**
 * How many users are read in the order of the list before the search index is used. Most terms fill a page within these, from one
 * index alone; the others lose a millisecond or two. The longest walks take about as long as the search index takes to find some
 * hundred users for a page, or thousands for a count.
 */
export const WALK = 5000;
export const LONGEST_WALK_TO_PAGE = 15_000;
export const LONGEST_WALK_TO_COUNT = 40_000;

/** What a first walk of so many steps has found of a range already. */
export type Near<Found> = { found: Found; steps: number };

/** Returns what a first walk found or a longer one finds, if that is `enough`; undefined when the search index is likely to be faster. */
export async function walkFarEnough<Found>(
  enough: number,
  longest: number,
  walk: (steps: number) => Promise<Found>,
  sizeOf: (found: Found) => number,
  near: Near<Found>,
): Promise<Found | undefined> {
  if (sizeOf(near.found) === enough) return near.found;
  const steps = stepsTo(enough, sizeOf(near.found), near.steps);
  if (steps > longest) return undefined;
  const far = await walk(steps);
  return sizeOf(far) === enough ? far : undefined;
}

/** Whether the search index is likely to be faster than walking on, when a first walk found fewer users than are enough. */
export function isForIndex(enough: number, { found, steps }: Near<readonly unknown[]>): boolean {
  return found.length < enough && stepsTo(enough, found.length, steps) > LONGEST_WALK_TO_PAGE;
}

// As many as the first walk's hit rate suggests, and half as many again.
function stepsTo(enough: number, found: number, steps: number): number {
  return found === 0 ? Number.POSITIVE_INFINITY : Math.ceil((steps * enough * 1.5) / (found + 1));
}
