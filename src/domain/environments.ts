import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { type Tx, transact } from '../database/connection.ts';
import {
  countEnvironments,
  deleteEnvironmentRow,
  findEnvironmentByName,
  holdEnvironments,
  insertEnvironment,
  lockEnvironment,
  updateEnvironmentRow,
} from '../database/environments.ts';
import { countUsersWithOnly, listUsersWithOnly, raiseVersionsOfUsersIn } from '../database/memberships.ts';
import { holdProject } from '../database/projects.ts';
import type { EnvironmentRow, EnvironmentType, SelfRegistrationMode } from '../database/tables.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { displayName } from './person-name.ts';
import { type Problem, problem, Refusal, refuse, refuseIf, tooMany } from './refusal.ts';
import { readTitle } from './title.ts';

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
    if (problems.length > 0 || !type) throw new Refusal(problems);
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

const NAMED = 3;

/** Refused whole while it is some user's only environment. */
export function deleteEnvironment({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const environment = await lockEnvironment(tx, scope, input.id);
    if (!environment) return refuse('id', 'NOT_FOUND', 'There is no such environment');
    const count = await countUsersWithOnly(tx, environment);
    if (count > 0) {
      const users = await listUsersWithOnly(tx, environment, NAMED);
      const identities = await listIdentitiesByUsers(
        tx,
        [environment.projectId],
        users.map(({ id }) => id),
      );
      const channelIds = new Map(identities.map(({ userId, externalId }) => [userId, externalId]));
      const names = users.map((user) => displayName(user, channelIds.get(user.id))).join(', ');
      const more = count > users.length ? ` and ${(count - users.length).toLocaleString('en')} more` : '';
      const whom = count === 1 ? '1 user has' : `${count.toLocaleString('en')} users have`;
      refuse(
        'id',
        'LAST_ENVIRONMENT',
        `${whom} no other environment: ${names}${more}. Give them another one first`,
        users[0],
      );
    }
    // Losing it is a change of theirs, which a stale edit must not undo.
    await raiseVersionsOfUsersIn(tx, environment);
    await deleteEnvironmentRow(tx, environment);
    await audit(tx, actor, 'ENVIRONMENT_DELETED', environment);
    return environment.id;
  });
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
