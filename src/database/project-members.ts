import { isInScope, isOneOf, type Scope } from './conditions.ts';
import type { Reader, Tx } from './engine/connection.ts';
import type { ProjectMemberRow, Role } from './tables.ts';

export function listMembersByProjects(db: Reader, projectIds: readonly string[]): Promise<ProjectMemberRow[]> {
  return db
    .selectFrom('projectMembers')
    .selectAll()
    .where(isOneOf('projectId', projectIds))
    .orderBy('name')
    .orderBy('id')
    .execute();
}

export async function countMembers(db: Tx, projectId: string): Promise<number> {
  const { count } = await db
    .selectFrom('projectMembers')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('projectId', '=', projectId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** The person's memberships in all projects. It has no scope, because it is what tells the projects of a person who signs in. */
export function listMembershipsOfSubject(db: Reader, subject: string): Promise<ProjectMemberRow[]> {
  return db.selectFrom('projectMembers').selectAll().where('subject', '=', subject).execute();
}

export function findMemberBySubject(db: Tx, projectId: string, subject: string): Promise<ProjectMemberRow | undefined> {
  return db
    .selectFrom('projectMembers')
    .selectAll()
    .where('projectId', '=', projectId)
    .where('subject', '=', subject)
    .executeTakeFirst();
}

/** Locks the member: nobody else changes it before the transaction ends. */
export function lockMember(db: Tx, scope: Scope, id: string): Promise<ProjectMemberRow | undefined> {
  return db
    .selectFrom('projectMembers')
    .selectAll()
    .where(isInScope('projectId', scope))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function insertMember(db: Tx, member: Omit<ProjectMemberRow, 'createdAt'>): Promise<ProjectMemberRow> {
  return db.insertInto('projectMembers').values(member).returningAll().executeTakeFirstOrThrow();
}

export function updateMemberRow(
  db: Tx,
  member: ProjectMemberRow,
  changes: { name: string; role: Role },
): Promise<ProjectMemberRow> {
  return db
    .updateTable('projectMembers')
    .set(changes)
    .where('projectId', '=', member.projectId)
    .where('id', '=', member.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteMembersOfProject(db: Tx, projectId: string): Promise<void> {
  await db.deleteFrom('projectMembers').where('projectId', '=', projectId).execute();
}

export async function deleteMemberRow(db: Tx, { projectId, id }: ProjectMemberRow): Promise<void> {
  await db.deleteFrom('projectMembers').where('projectId', '=', projectId).where('id', '=', id).execute();
}
