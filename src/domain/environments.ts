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
import { environmentMissing, notFound, tooMany } from './problems.ts';
import { gather, problem, refuse, Wrong, wrong } from './refusal.ts';
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
    if (!project) return refuse(notFound('project', 'projectId'));
    const isFull = (await countEnvironments(tx, project.id)) >= MAXIMUM_ENVIRONMENTS;
    const { name, type } = gather({
      count: isFull && new Wrong(tooMany(MAXIMUM_ENVIRONMENTS, 'environments')),
      name: await readFreeName(tx, project.id, input.name),
      type: input.type ?? wrong('type', 'TYPE_REQUIRED', 'Type is required'),
    });
    const selfRegistration = input.selfRegistration ?? 'CLOSED';
    const environment = await insertEnvironment(tx, {
      ...{ projectId: project.id, id: uuid() },
      ...{ name, type, selfRegistration },
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
    if (!environment) return refuse(notFound('environment'));
    const { projectId, id } = environment;
    const { name = environment.name } = gather({
      name: input.name === undefined ? undefined : await readFreeName(tx, projectId, input.name, id),
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
    if (!environment) return refuse(notFound('environment'));
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
  refuse(problem('id', 'LAST_ENVIRONMENT', message, first[0]));
}

/** As the database itself sees it. */
async function isNobodysOnly(db: Db, environment: EnvironmentRow, step: number): Promise<boolean> {
  for await (const range of listUserRanges(db, environment, step)) {
    if (!(await checkRemoval(db, environment, range))) return false;
  }
  return true;
}

/** The ids, if all are environments of the project; those that are cannot be deleted before the transaction ends. */
export async function readHeldEnvironments(
  tx: Tx,
  projectId: string,
  ids: readonly string[],
): Promise<readonly string[] | Wrong> {
  const held = await holdEnvironments(tx, projectId, ids);
  return held.length === ids.length ? ids : new Wrong(environmentMissing());
}

/** A name that no other environment of the project has. */
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
