import { v7 as uuid } from 'uuid';
import { listIdentitiesByUsers } from '../database/channel-identities.ts';
import { transact } from '../database/connection.ts';
import {
  deleteEnvironmentRow,
  findEnvironmentByName,
  insertEnvironments,
  lockEnvironment,
  updateEnvironmentRow,
} from '../database/environments.ts';
import { findUsersWithOnly } from '../database/memberships.ts';
import { holdProject } from '../database/projects.ts';
import type { EnvironmentRow, EnvironmentType, SelfRegistrationMode } from '../database/tables.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { displayName } from './person-name.ts';
import { type Problem, problem, refuse, refuseIf } from './refusal.ts';
import { readTitle } from './title.ts';

export type EnvironmentFields = {
  name?: string | null;
  type?: EnvironmentType | null;
  selfRegistration?: SelfRegistrationMode | null;
};

/** Closed to newcomers unless told otherwise. */
export function createEnvironment(
  { actor, db }: DomainContext,
  input: EnvironmentFields & { projectId: string },
): Promise<EnvironmentRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse('projectId', 'NOT_FOUND', 'There is no such project.');
    const problems: Problem[] = [];
    const name = readTitle(input.name, 'name', problems);
    const taken = await findEnvironmentByName(tx, project.id, name);
    if (taken) problems.push(nameTaken(name));
    if (!input.type) problems.push(problem('type', 'TYPE_REQUIRED', 'Type is required'));
    refuseIf(problems);
    const [environment] = await insertEnvironments(tx, [
      {
        projectId: project.id,
        id: uuid(),
        name,
        type: input.type ?? 'DEVELOPMENT',
        selfRegistration: input.selfRegistration ?? 'CLOSED',
      },
    ]);
    if (!environment) throw new Error('The insert returned no environment.');
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
    if (!environment) return refuse('id', 'NOT_FOUND', 'There is no such environment.');
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
    await audit(tx, actor, 'ENVIRONMENT_UPDATED', environment, changed);
    return updated;
  });
}

const NAMED = 3;

/** Refused whole while it is some user's only environment. */
export function deleteEnvironment({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const environment = await lockEnvironment(tx, scope, input.id);
    if (!environment) return refuse('id', 'NOT_FOUND', 'There is no such environment.');
    const { count, users } = await findUsersWithOnly(tx, environment.projectId, environment.id, NAMED);
    if (count > 0) {
      const identities = await listIdentitiesByUsers(
        tx,
        [environment.projectId],
        users.map(({ id }) => id),
      );
      const channelIds = new Map(identities.map(({ userId, externalId }) => [userId, externalId]));
      const names = users.map((user) => displayName(user, channelIds.get(user.id))).join(', ');
      const more = count > users.length ? ` and ${count - users.length} more` : '';
      const whom = count === 1 ? '1 user has' : `${count} users have`;
      refuse('id', 'LAST_ENVIRONMENT', `${whom} no other environment: ${names}${more}`, users[0]);
    }
    await deleteEnvironmentRow(tx, environment);
    await audit(tx, actor, 'ENVIRONMENT_DELETED', environment);
    return environment.id;
  });
}

function nameTaken(name: string): Problem {
  return problem('name', 'NAME_TAKEN', `Another environment is called ${name}`);
}
