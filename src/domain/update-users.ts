import { PATIENTLY, type Tx, transact } from '../database/engine/connection.ts';
import { holdEnvironments, listEnvironmentsByProjects } from '../database/environments.ts';
import { findProject } from '../database/projects.ts';
import type { UserRow } from '../database/tables.ts';
import type { Expiry } from '../database/user-environments.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { CallerError } from './caller-error.ts';
import { type ChosenUser, lockChosen, requireChoice, type UserChoice, untouched } from './chosen-users.ts';
import { gather, problemsOf, Wrong } from './form.ts';
import { refuse } from './refusal.ts';
import { type ManyResults, type RowResult, resultFor, withCounts } from './row-results.ts';
import { environmentMissing, notFound } from './shared-problems.ts';
import { listSubjects } from './subjects.ts';
import { applyChanges, type Change, differences, judgeChange, planChange } from './user-changes.ts';
import { FOUND_NOBODY } from './user-conflicts.ts';

export type UpdateUsersInput = UserChoice & {
  addEnvironmentIds?: readonly string[] | null;
  removeEnvironmentIds?: readonly string[] | null;
  dryRun?: boolean;
};

/** Gives environments to up to 1,000 users and takes others from them. A dry run returns the users as they are. */
export function updateUsers({ actor, db }: DomainContext, input: UpdateUsersInput): Promise<ManyResults> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId, dryRun = false } = input;
  requireChoice(input);
  const lists = readLists(input);
  return transact(
    db,
    async (tx) => {
      if (!(await findProject(tx, scope, projectId))) return refuse(notFound('project', 'projectId'));
      const held = await holdLists(tx, projectId, lists);
      const chosen = await lockChosen(tx, input);
      const verdicts = await judgeChosen(tx, projectId, chosen, { ...lists, held });
      const changes = verdicts.flatMap(({ change }) => change ?? []);
      const updated = new Map((await applyChanges(tx, actor, projectId, changes)).map((user) => [user.id, user]));
      return withCounts(verdicts.map(({ result }) => (dryRun ? result : afterwards(result, updated))));
    },
    { dryRun, ...PATIENTLY },
  );
}

type Lists = { add: readonly string[]; remove: readonly string[] };

function readLists({ addEnvironmentIds, removeEnvironmentIds }: UpdateUsersInput): Lists {
  const add = [...new Set(addEnvironmentIds ?? [])];
  const remove = [...new Set(removeEnvironmentIds ?? [])];
  if (add.length + remove.length === 0) {
    throw new CallerError('BAD_USER_INPUT', 'Give addEnvironmentIds or removeEnvironmentIds.');
  }
  if (add.some((id) => remove.includes(id))) {
    throw new CallerError('BAD_USER_INPUT', 'An environment cannot be added and removed at once.');
  }
  return { add, remove };
}

/**
 * Returns the environments that cannot be deleted before the transaction ends: those to add, and when others are taken, all of the
 * project, because each user must keep one that stays.
 */
async function holdLists(tx: Tx, projectId: string, { add, remove }: Lists): Promise<ReadonlySet<string>> {
  const known = (await listEnvironmentsByProjects(tx, [projectId])).map(({ id }) => id);
  const rows = await holdEnvironments(tx, projectId, remove.length > 0 ? known : add);
  const held = new Set(rows.map(({ id }) => id));
  gather({
    add: add.every((id) => held.has(id)) || new Wrong(environmentMissing('addEnvironmentIds')),
    remove: remove.every((id) => known.includes(id)) || new Wrong(environmentMissing('removeEnvironmentIds')),
  });
  return held;
}

type Verdict = { result: RowResult; change?: Change };

async function judgeChosen(
  tx: Tx,
  projectId: string,
  chosen: readonly ChosenUser[],
  { add, remove, held }: Lists & { held: ReadonlySet<string> },
): Promise<Verdict[]> {
  const users = chosen.flatMap(({ user }) => user ?? []);
  const subjects = new Map((await listSubjects(tx, projectId, users)).map((subject) => [subject.user.id, subject]));
  return chosen.map((each): Verdict => {
    const { index, user, field } = each;
    const subject = user && subjects.get(user.id);
    if (!subject || each.isGone) return { result: untouched(each) };
    const given = [...subject.access.keys(), ...add];
    const planned = planChange(subject, { environmentIds: given.filter((id) => !remove.includes(id)) });
    const change = { ...planned, expiries: inheritedExpiries(planned) };
    if (differences(change).length === 0) return { result: resultFor(index, 'UNCHANGED', user) };
    const problems = problemsOf(judgeChange(change, FOUND_NOBODY, held));
    if (problems.length === 0) return { result: resultFor(index, 'UPDATED', user), change };
    const refused = problems.map((each) => ({ ...each, field: field ?? ['removeEnvironmentIds'] }));
    return { result: resultFor(index, 'REFUSED', user, refused) };
  });
}

/** Whoever is moved has no more time than before: what is added ends with the last of what is taken, if all of that has an end. */
function inheritedExpiries({ access, added, removed }: Change): Expiry[] {
  const ends = removed.flatMap((id) => access.get(id) ?? []).toSorted((one, other) => Number(one) - Number(other));
  const expiresAt = ends.at(-1);
  if (!expiresAt || ends.length < removed.length) return [];
  return added.map((environmentId) => ({ environmentId, expiresAt }));
}

function afterwards(result: RowResult, updated: ReadonlyMap<string, UserRow>): RowResult {
  return { ...result, user: updated.get(result.user?.id ?? '') ?? result.user };
}
