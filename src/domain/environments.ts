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
import { audit } from './audit-events.ts';
import { gather, Wrong, wrong } from './form.ts';
import { problem, refuse } from './refusal.ts';
import { environmentMissing, notFound, tooMany } from './shared-problems.ts';
import { displayName } from './values/person-name.ts';
import { readTitle } from './values/title.ts';

export type EnvironmentFields = {
  name?: string | null;
  type?: EnvironmentType | null;
  selfRegistration?: SelfRegistrationMode | null;
};

/** The most environments of one project. */
export const MAXIMUM_ENVIRONMENTS = 50;

/** Creates an environment. It is closed to newcomers unless the input says otherwise. */
export function createEnvironment(
  { actor, db }: DomainContext,
  input: EnvironmentFields & { projectId: string },
): Promise<EnvironmentRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse(notFound('project', 'projectId'));
    const isFull = (await countEnvironments(tx, project.id)) >= MAXIMUM_ENVIRONMENTS;
    const { name, type } = gather({
      count: isFull && new Wrong(tooMany(MAXIMUM_ENVIRONMENTS, 'environments')),
      name: await readFreeName(tx, project.id, input.name),
      type: input.type ?? wrong('type', 'TYPE_REQUIRED', 'Type is required'),
    });
    const selfRegistration = input.selfRegistration ?? 'CLOSED';
    const created = { projectId: project.id, id: uuid(), name, type, selfRegistration };
    const environment = await insertEnvironment(tx, created);
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
    if (!environment) return refuse(notFound('environment'));
    const { projectId, id } = environment;
    const { name } = gather({
      name: input.name === undefined ? environment.name : await readFreeName(tx, projectId, input.name, id),
    });
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

// One statement checks that so many users have another environment, in a tenth of a second.
const STEP = 20_000;
const NAMED = 3;

/**
 * Deletes an environment; refused while it is some user's only one. It blocks nobody, however many users it has: they are checked
 * in steps, then the environment is gone for everybody at once, and the purge deletes the rows. Returns its id.
 */
export function deleteEnvironment(
  { actor, db }: DomainContext,
  input: { id: string },
  { step = STEP } = {},
): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return retryLostRaces(async () => {
    const environment = await findEnvironment(db, scope, input.id);
    if (!environment) return refuse(notFound('environment'));
    await refuseIfOnlyOne(db, environment, step);
    // From here on, the environment is no longer enough for any user, though it still lets its users in.
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
  }, OFTEN);
}

// A removal of a small environment ends soon, so this one tries as often as it can in the time of retryLostRaces.
const OFTEN = { attempts: 50 };

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
  const identities = await listIdentitiesByUsers(db, environment.projectId, ids);
  const channelIds = new Map(identities.map(({ userId, externalId }) => [userId, externalId]));
  const names = first.map((user) => displayName(user, channelIds.get(user.id))).join(', ');
  const more = count > first.length ? ` and ${(count - first.length).toLocaleString('en')} more` : '';
  const whom = count === 1 ? '1 user has' : `${count.toLocaleString('en')} users have`;
  const message = `${whom} no other environment: ${names}${more}. Give them another one first`;
  refuse(problem('id', 'LAST_ENVIRONMENT', message, first[0]));
}

/** Lets the database check that it is nobody's only environment. */
async function isNobodysOnly(db: Db, environment: EnvironmentRow, step: number): Promise<boolean> {
  for await (const range of listUserRanges(db, environment, step)) {
    if (!(await checkRemoval(db, environment, range))) return false;
  }
  return true;
}

/** Returns the ids if all are environments of the project, and locks those: they cannot be deleted before the transaction ends. */
export async function readHeldEnvironments(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
): Promise<readonly string[] | Wrong> {
  const held = await holdEnvironments(tx, projectId, ids);
  return held.length === ids.length ? ids : new Wrong(environmentMissing());
}

/** Reads a name that no other environment of the project has. */
async function readFreeName(
  tx: Tx,
  projectId: string,
  text: string | null | undefined,
  ownId?: string,
): Promise<string | Wrong> {
  const name = readTitle(text);
  if (name instanceof Wrong) return name;
  const other = await findEnvironmentByName(tx, projectId, name);
  return other && other.id !== ownId ? wrong('name', 'NAME_TAKEN', `Another environment is called ${name}`) : name;
}
