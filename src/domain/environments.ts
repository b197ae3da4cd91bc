import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Db, retryLostRaces, type Tx, transact } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import {
  beginRemoval,
  checkRemoval,
  countUsersWithOnly,
  giveUpRemoval,
  listUserRanges,
  listUsersWithOnly,
  markEnvironmentRemoved,
} from '../database/environment-removals.ts';
import {
  countEnvironments,
  findEnvironment,
  findEnvironmentByName,
  holdEnvironments,
  insertEnvironment,
  lockEnvironment,
  updateEnvironmentRow,
} from '../database/environments.ts';
import { holdProject } from '../database/projects.ts';
import { beginPurge } from '../database/purge.ts';
import type { EnvironmentRow, EnvironmentType, SelfRegistrationMode, UserRow } from '../database/tables.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { type Problem, problem, RefusalError, refuse, refuseIf, tooMany } from './refusal.ts';
import { displayName } from './values/person-name.ts';
import { readTitle } from './values/title.ts';

export type EnvironmentFields = {
  name?: string | null;
  type?: EnvironmentType | null;
  selfRegistration?: SelfRegistrationMode | null;
};

/** Of one project. */
export const MAXIMUM_ENVIRONMENTS = 50;

/** Closed to newcomers unless told otherwise. */
export function createEnvironment(
  { actor, db }: DomainContext,
  input: EnvironmentFields & { projectId: string },
): Promise<EnvironmentRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
    const problems: Problem[] = [];
    if ((await countEnvironments(tx, project.id)) >= MAXIMUM_ENVIRONMENTS) {
      problems.push(tooMany(MAXIMUM_ENVIRONMENTS, 'environments'));
    }
    const name = readTitle(input.name, 'name', problems);
    const taken = await findEnvironmentByName(tx, project.id, name);
    if (taken) problems.push(nameTaken(name));
    const { type, selfRegistration } = input;
    if (!type) problems.push(problem('type', 'TYPE_REQUIRED', 'Type is required'));
    if (problems.length > 0 || !type) throw new RefusalError(problems);
    const environment = await insertEnvironment(tx, {
      projectId: project.id,
      id: uuid(),
      name,
      type,
      selfRegistration: selfRegistration ?? 'CLOSED',
    });
    await audit(tx, actor, 'ENVIRONMENT_CREATED', environment);
    return environment;
  });
}

export function updateEnvironment(
  { actor, db }: DomainContext,
  input: EnvironmentFields & { id: string },
): Promise<EnvironmentRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const environment = await lockEnvironment(tx, scope, input.id);
    if (!environment) return refuse('id', 'NOT_FOUND', 'There is no such environment');
    const problems: Problem[] = [];
    const name = input.name === undefined ? environment.name : readTitle(input.name, 'name', problems);
    const taken = await findEnvironmentByName(tx, environment.projectId, name);
    if (taken && taken.id !== environment.id) problems.push(nameTaken(name));
    refuseIf(problems);
    const next = {
      name,
      type: input.type ?? environment.type,
      selfRegistration: input.selfRegistration ?? environment.selfRegistration,
    };
    const changed = (['name', 'type', 'selfRegistration'] as const).filter(
      (field) => next[field] !== environment[field],
    );
    if (changed.length === 0) return environment;
    const updated = await updateEnvironmentRow(tx, environment, next);
    await audit(tx, actor, 'ENVIRONMENT_UPDATED', environment, { changedFields: changed });
    return updated;
  });
}

// By one statement so many users are seen to have another environment: a tenth of a second.
const STEP = 20_000;
const NAMED = 3;

/**
 * Refused whole while it is some user's only environment. However many users it has, nobody waits: they are looked through in
 * steps, it is gone for everybody in a moment, and the purge deletes the rest.
 */
export function deleteEnvironment(
  { actor, db }: DomainContext,
  input: { id: string },
  { step = STEP } = {},
): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return retryLostRaces(async () => {
    const environment = await findEnvironment(db, scope, input.id);
    if (!environment) return refuse('id', 'NOT_FOUND', 'There is no such environment');
    await refuseIfOnlyOne(db, environment, step);
    // From here on nobody can come to rely on it, though it still lets its users in.
    const isSpared = (await beginRemoval(db, environment)) && (await isNobodysOnly(db, environment, step));
    const isRemoved =
      isSpared &&
      (await transact(db, async (tx) => {
        if (!(await markEnvironmentRemoved(tx, environment))) return false;
        await audit(tx, actor, 'ENVIRONMENT_DELETED', environment);
        await beginPurge(tx, environment);
        return true;
      }));
    if (isRemoved) return environment.id;
    await giveUpRemoval(db, environment);
    throw new LostRaceError(
      'Somebody came to rely on the environment, or it or another one was being removed already.',
    );
  }, PATIENTLY);
}

// Whoever removes another environment of the project is done with it in a moment.
const PATIENTLY = { attempts: 50 };

async function refuseIfOnlyOne(db: Db, environment: EnvironmentRow, step: number): Promise<void> {
  let count = 0;
  let first: UserRow[] = [];
  for await (const range of listUserRanges(db, environment, step)) {
    const more = await countUsersWithOnly(db, environment, range);
    if (more === 0) continue;
    count += more;
    const named = [...first, ...(await listUsersWithOnly(db, environment, range, NAMED))];
    first = named.toSorted((a, b) => (a.nameKey < b.nameKey ? -1 : 1)).slice(0, NAMED);
  }
  if (count === 0) return;
  const ids = first.map(({ id }) => id);
  const identities = await listIdentitiesByUsers(db, [environment.projectId], ids);
  const channelIds = new Map(identities.map(({ userId, externalId }) => [userId, externalId]));
  const names = first.map((user) => displayName(user, channelIds.get(user.id))).join(', ');
  const more = count > first.length ? ` and ${(count - first.length).toLocaleString('en')} more` : '';
  const whom = count === 1 ? '1 user has' : `${count.toLocaleString('en')} users have`;
  const message = `${whom} no other environment: ${names}${more}. Give them another one first`;
  refuse('id', 'LAST_ENVIRONMENT', message, first[0]);
}

/** As the database itself sees it. */
async function isNobodysOnly(db: Db, environment: EnvironmentRow, step: number): Promise<boolean> {
  for await (const range of listUserRanges(db, environment, step)) {
    if (!(await checkRemoval(db, environment, range))) return false;
  }
  return true;
}

/** A problem when one of the environments is not in the project; those that are cannot be deleted meanwhile. */
export async function findMissingEnvironments(tx: Tx, projectId: string, ids: readonly string[]): Promise<Problem[]> {
  const held = await holdEnvironments(tx, projectId, ids);
  if (held.length === ids.length) return [];
  return [environmentMissing()];
}

export function environmentMissing(): Problem {
  return problem('environmentIds', 'ENVIRONMENT_NOT_FOUND', 'One of the environments is not in this project');
}

function nameTaken(name: string): Problem {
  return problem('name', 'NAME_TAKEN', `Another environment is called ${name}`);
}
