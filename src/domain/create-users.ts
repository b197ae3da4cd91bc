import { PATIENTLY, type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import { holdEnvironments } from '../database/environments.ts';
import { holdProject } from '../database/projects.ts';
import type { UserRow } from '../database/tables.ts';
import { lockUsers } from '../database/users.ts';
import { type Actor, type DomainContext, requireRight } from './actor.ts';
import { CallerError } from './caller-error.ts';
import { closeRequestsOf } from './close-requests.ts';
import { goodOr } from './form.ts';
import { readIdempotencyKey } from './idempotency.ts';
import { addUsers } from './new-users.ts';
import { type Problem, refuse } from './refusal.ts';
import { findEarlierResults, rememberResults } from './remembered-results.ts';
import { type ManyResults, type RowResult, withCounts } from './row-results.ts';
import { notFound } from './shared-problems.ts';
import { listSubjects, type Subject } from './subjects.ts';
import { applyChanges } from './user-changes.ts';
import { type FoundPerson, lookUpPeople } from './user-conflicts.ts';
import {
  type ExistingUserPolicy,
  judgeRows,
  ownersOf,
  type ReadRow,
  readRow,
  type UserRowInput,
  type Verdict,
} from './user-rows.ts';

export type CreateUsersInput = {
  projectId: string;
  rows: readonly UserRowInput[];
  ifExisting?: ExistingUserPolicy;
  environmentIds?: readonly string[] | null;
  dryRun?: boolean;
  idempotencyKey?: string | null;
};

/** The most rows of one request. */
const MOST_ROWS = 500;

/**
 * Adds up to 500 users in one transaction. Asked again with the same idempotency key, returns the same results. A dry run adds nobody
 * and uses no key up.
 */
export function createUsers({ actor, db }: DomainContext, input: CreateUsersInput): Promise<ManyResults> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId, rows, ifExisting = 'SKIP', dryRun = false } = input;
  if (rows.length === 0 || rows.length > MOST_ROWS) {
    throw new CallerError('BAD_USER_INPUT', `Give 1 to ${MOST_ROWS} rows.`);
  }
  const environmentIds = [...new Set(input.environmentIds ?? [])];
  const asked = ['createUsers', ifExisting, environmentIds.toSorted(), ...rows];
  const request = readIdempotencyKey(actor, input.idempotencyKey, asked);
  const read = rows.map((row) => readRow(row, environmentIds));
  return transact(
    db,
    async (tx) => {
      // Held, so that two such requests of one project come one after the other: their rows may be the same people, in any order.
      if (!(await holdProject(tx, scope, projectId))) return refuse(notFound('project', 'projectId'));
      const earlier =
        request && !dryRun
          ? await findEarlierResults(
              tx,
              projectId,
              request,
              read.map(({ read: { profile } }) => profile),
            )
          : undefined;
      if (earlier) return withCounts(earlier.map((result) => withPhoneNumber(result, read[result.index])));
      const verdicts = await judgeRowsOf(tx, projectId, read, ifExisting);
      const users = await writeRows(tx, actor, projectId, verdicts);
      const results = verdicts.map((verdict, index) =>
        withPhoneNumber(resultOf(index, verdict, verdicts, dryRun ? new Map() : users), read[index]),
      );
      if (request && !dryRun) await rememberResults(tx, projectId, request, results);
      return withCounts(results);
    },
    { dryRun, ...PATIENTLY },
  );
}

async function judgeRowsOf(
  tx: Tx,
  projectId: string,
  rows: readonly ReadRow[],
  ifExisting: ExistingUserPolicy,
): Promise<Verdict[]> {
  const named = [...new Set(rows.flatMap(({ read }) => read.environmentIds))];
  const held = new Set((await holdEnvironments(tx, projectId, named)).map(({ id }) => id));
  const lookUp = () =>
    lookUpPeople(
      tx,
      projectId,
      rows.map(({ read }) => read),
    );
  const seen = await lookUp();
  const owners = ifExisting === 'SKIP' ? [] : listOwners(rows, seen);
  if (owners.length === 0) return judgeRows(rows, { ifExisting, people: seen, subjects: new Map(), held });
  const subjects = await lockSubjects(tx, projectId, owners);
  // While this waited for the locks, a number, an id or an address may have become another's.
  const people = await lookUp();
  if (`${listOwners(rows, people)}` !== `${owners}`) throw new LostRaceError();
  return judgeRows(rows, { ifExisting, people, subjects, held });
}

/** The ids of the users whom the rows are. */
function listOwners(rows: readonly ReadRow[], people: readonly FoundPerson[]): string[] {
  const owners = rows.map((row, index) => {
    const person = people[index];
    return person && ownersOf(row, person)[0]?.id;
  });
  return [...new Set(owners.filter((id) => id !== undefined))];
}

async function lockSubjects(tx: Tx, projectId: string, ids: readonly string[]): Promise<Map<string, Subject>> {
  const users = await lockUsers(tx, projectId, ids);
  if (users.length < ids.length) throw new LostRaceError();
  const subjects = await listSubjects(tx, projectId, users);
  return new Map(subjects.map((subject) => [subject.user.id, subject]));
}

/** Writes what was judged good. Returns the users who were added, by their rows, and those who were changed, by their ids. */
async function writeRows(
  tx: Tx,
  actor: Actor,
  projectId: string,
  verdicts: readonly Verdict[],
): Promise<Map<number | string, UserRow>> {
  const changes = verdicts.flatMap((verdict) => (verdict.outcome === 'UPDATED' ? [verdict.change] : []));
  const changed = await applyChanges(tx, actor, projectId, changes);
  const reads = verdicts.flatMap((verdict, index) =>
    verdict.outcome === 'CREATED' ? [{ index, read: verdict.read }] : [],
  );
  const added = await addUsers(
    tx,
    actor,
    projectId,
    reads.map(({ read }) => read),
  );
  await closeRequestsOf(tx, projectId, added);
  return new Map<number | string, UserRow>([
    ...changed.map((user) => [user.id, user] as const),
    ...reads.flatMap(({ index }, place) => {
      const user = added[place];
      return user ? [[index, user] as const] : [];
    }),
  ]);
}

function resultOf(
  index: number,
  verdict: Verdict,
  verdicts: readonly Verdict[],
  users: ReadonlyMap<number | string, UserRow>,
): RowResult {
  const result = { index, outcome: verdict.outcome, phoneNumber: null, duplicateOf: null, userErrors: [] };
  if ('duplicateOf' in verdict) {
    const { duplicateOf } = verdict;
    const first = verdicts[duplicateOf];
    return { ...result, duplicateOf, user: first ? userOf(duplicateOf, first, users) : null };
  }
  const userErrors = 'problems' in verdict ? verdict.problems.map((each) => inRow(index, each)) : [];
  return { ...result, user: userOf(index, verdict, users), userErrors };
}

function userOf(index: number, verdict: Verdict, users: ReadonlyMap<number | string, UserRow>): UserRow | null {
  if (!('user' in verdict)) return users.get(index) ?? null;
  return users.get(verdict.user?.id ?? '') ?? verdict.user ?? null;
}

function inRow(index: number, each: Problem): Problem {
  return { ...each, field: ['rows', String(index), ...(each.field ?? [])] };
}

function withPhoneNumber(result: RowResult, row: ReadRow | undefined): RowResult {
  const own = row ? goodOr(row.read.form.phoneNumber, null) : null;
  return { ...result, phoneNumber: own ?? result.user?.phoneNumber ?? null };
}
