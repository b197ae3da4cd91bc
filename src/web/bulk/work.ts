import type { UserErrorCode } from '../generated/graphql.ts';
import type { BulkRow } from './bulk-documents.ts';
import { type Found, idsOf, LARGEST_REQUEST } from './found-ids.ts';

/** The users that something is done to: ticked one by one, or all that a search and filters find. */
export type Target = { ids: string[] } | { found: Found };

/** How the users of one request are named. */
type Users = { ids: string[] } | { selection: Pick<Found, 'search' | 'filter'>; expectedCount: number };

export type Send = (users: Users) => Promise<{
  answer: { results: BulkRow[]; userErrors: { code: UserErrorCode; message: string }[] };
}>;

/** What was done so far. `refused`: who was refused, and why; `refusal`: why a whole request was. */
export type Progress = { done: number; outcomes: Record<string, number>; refused: BulkRow[]; refusal?: string };

export const NOTHING_DONE: Progress = { done: 0, outcomes: {}, refused: [] };

export function sizeOf(target: Target): number {
  return 'ids' in target ? target.ids.length : target.found.count;
}

/** Works through the users in requests of a thousand, and says how far it is after each, until it is told to stop. */
export async function work(
  projectId: string,
  target: Target,
  send: Send,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Progress> {
  let progress = NOTHING_DONE;
  for await (const users of requestsOf(projectId, target)) {
    if (signal.aborted) return progress;
    const { results, userErrors } = (await send(users)).answer;
    progress = add(progress, results, userErrors[0]?.message);
    onProgress(progress);
    if (progress.refusal !== undefined) return progress;
  }
  return progress;
}

async function* requestsOf(projectId: string, target: Target): AsyncGenerator<Users> {
  if ('ids' in target) {
    for (let start = 0; start < target.ids.length; start += LARGEST_REQUEST) {
      yield { ids: target.ids.slice(start, start + LARGEST_REQUEST) };
    }
    return;
  }
  const { search, filter, count } = target.found;
  // The service looks at who is found by itself, and does nothing if they are not as many as the person saw.
  if (count <= LARGEST_REQUEST) yield { selection: { search, filter }, expectedCount: count };
  else for await (const ids of idsOf(projectId, target.found)) yield { ids };
}

function add(progress: Progress, results: BulkRow[], refusal: string | undefined): Progress {
  const outcomes = { ...progress.outcomes };
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const refused = [...progress.refused, ...results.filter(({ outcome }) => outcome === 'REFUSED')];
  return { done: progress.done + results.length, outcomes, refused, ...(refusal !== undefined && { refusal }) };
}
