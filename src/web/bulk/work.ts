import { t } from '@lingui/core/macro';
import { type Patience, persist } from '../api/persist.ts';
import type { UserErrorCode } from '../generated/graphql.ts';
import { formatNumber } from '../language/format.ts';
import type { BulkRow } from './bulk-documents.ts';
import { type Found, idsOf, LARGEST_REQUEST } from './found-ids.ts';

/** The users that something is done to: ticked one by one, or all that a search and filters find. */
export type Target = { ids: string[] } | { found: Found };

/** How the users of one request are named. */
type Users = { ids: string[]; among?: Selection } | { selection: Selection; expectedCount: number };
type Selection = Pick<Found, 'search' | 'filter'>;

export type Send = (users: Users) => Promise<{
  answer: { results: BulkRow[]; userErrors: { code: UserErrorCode; message: string }[] };
}>;

/**
 * What was done so far. `refused`: who was refused, and why; `refusal`: why a whole request was; `trouble`: what the next one
 * waits for.
 */
export type Progress = {
  done: number;
  outcomes: Record<string, number>;
  refused: BulkRow[];
  refusal?: string;
  trouble?: string;
};

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
  const patience: Patience = { signal, onTrouble: (trouble) => onProgress({ ...progress, trouble }) };
  try {
    for await (const users of requestsOf(projectId, target, patience)) {
      if (signal.aborted) return progress;
      // Whoever was deleted would be told as unknown the second time.
      const { answer } = await persist(() => send(users), patience, { isRepeatable: false });
      progress = add(progress, answer.results, answer.userErrors[0]?.message);
      onProgress(progress);
      if (progress.refusal !== undefined) return progress;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return progress;
}

async function* requestsOf(projectId: string, target: Target, patience: Patience): AsyncGenerator<Users> {
  if ('ids' in target) {
    for (let start = 0; start < target.ids.length; start += LARGEST_REQUEST) {
      yield { ids: target.ids.slice(start, start + LARGEST_REQUEST) };
    }
    return;
  }
  const { search, filter, count } = target.found;
  // The service looks at who is found by itself, and does nothing if they are not as many as the person saw.
  const selection = { search, filter };
  if (count <= LARGEST_REQUEST) yield { selection, expectedCount: count };
  // Whoever is not found any more when their turn comes, as they were just seen, is passed over.
  else for await (const ids of upTo(count, idsOf(projectId, selection, patience))) yield { ids, among: selection };
}

// Who came meanwhile stands last. It ends before any of them, as the service does where it looks by itself.
async function* upTo(count: number, found: AsyncIterable<string[]>): AsyncGenerator<string[]> {
  let walked = 0;
  for await (const ids of found) {
    walked += ids.length;
    if (walked > count) throw new Error(t`The selection has ${formatNumber(walked)} now`);
    yield ids;
  }
}

function add(progress: Progress, results: BulkRow[], refusal: string | undefined): Progress {
  const outcomes = { ...progress.outcomes };
  for (const { outcome } of results) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const refused = [...progress.refused, ...results.filter(({ outcome }) => outcome === 'REFUSED')];
  return { done: progress.done + results.length, outcomes, refused, ...(refusal !== undefined && { refusal }) };
}
