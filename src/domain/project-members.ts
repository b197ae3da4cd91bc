import { v7 as uuid } from 'uuid';
import { transact } from '../database/engine/connection.ts';
import {
  countMembers,
  deleteMemberRow,
  findMemberBySubject,
  insertMember,
  lockMember,
  updateMemberRow,
} from '../database/project-members.ts';
import { holdProject } from '../database/projects.ts';
import type { ProjectMemberRow, Role } from '../database/tables.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { audit } from './audit.ts';
import { type Problem, problem, RefusalError, refuse, tooMany } from './refusal.ts';
import { readTitle } from './values/title.ts';

const SUBJECT_MAXIMUM = 255;

/** Of one project. */
export const MAXIMUM_MEMBERS = 1000;

export type AddProjectMemberInput = {
  projectId: string;
  subject?: string | null;
  name?: string | null;
  role?: Role | null;
};

/** Lets a person whom the identity provider knows by this subject into the project. */
export function addProjectMember(
  { actor, db }: DomainContext,
  input: AddProjectMemberInput,
): Promise<ProjectMemberRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse('projectId', 'NOT_FOUND', 'There is no such project');
    const problems: Problem[] = [];
    if ((await countMembers(tx, project.id)) >= MAXIMUM_MEMBERS) problems.push(tooMany(MAXIMUM_MEMBERS, 'members'));
    const subject = readSubject(input.subject, problems);
    if (await findMemberBySubject(tx, project.id, subject)) {
      problems.push(problem('subject', 'SUBJECT_TAKEN', 'This person is a member of the project already'));
    }
    const name = readTitle(input.name, 'name', problems);
    const role = readRole(input.role, problems);
    if (problems.length > 0 || !role) throw new RefusalError(problems);
    const member = await insertMember(tx, { projectId: project.id, id: uuid(), subject, name, role });
    await audit(tx, actor, 'PROJECT_MEMBER_ADDED', member);
    return member;
  });
}

export type UpdateProjectMemberInput = { id: string; name?: string | null; role?: Role | null };

/** Takes effect with the person's next request. */
export function updateProjectMember(
  { actor, db }: DomainContext,
  input: UpdateProjectMemberInput,
): Promise<ProjectMemberRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const member = await lockMember(tx, scope, input.id);
    if (!member) return refuse('id', 'NOT_FOUND', 'There is no such member');
    const problems: Problem[] = [];
    const name = input.name === undefined ? member.name : readTitle(input.name, 'name', problems);
    const role = input.role === undefined ? member.role : readRole(input.role, problems);
    if (problems.length > 0 || !role) throw new RefusalError(problems);
    const next = { name, role };
    const changed = (['name', 'role'] as const).filter((field) => next[field] !== member[field]);
    if (changed.length === 0) return member;
    const updated = await updateMemberRow(tx, member, next);
    await audit(tx, actor, 'PROJECT_MEMBER_UPDATED', member, { changedFields: changed });
    return updated;
  });
}

/** Takes effect with the person's next request. */
export function removeProjectMember({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const member = await lockMember(tx, scope, input.id);
    if (!member) return refuse('id', 'NOT_FOUND', 'There is no such member');
    await deleteMemberRow(tx, member);
    await audit(tx, actor, 'PROJECT_MEMBER_REMOVED', member);
    return member.id;
  });
}

// Opaque and compared to the letter: OpenID Connect gives it at most 255 ASCII characters.
function readSubject(text: string | null | undefined, problems: Problem[]): string {
  const subject = text?.trim() ?? '';
  if (subject === '') problems.push(problem('subject', 'SUBJECT_REQUIRED', 'Subject is required'));
  else if (subject.length > SUBJECT_MAXIMUM || /[^\x20-\x7e]/.test(subject)) {
    const message = `Subject can be at most ${SUBJECT_MAXIMUM} ASCII characters long`;
    problems.push(problem('subject', 'SUBJECT_INVALID', message));
  }
  return subject;
}

function readRole(role: Role | null | undefined, problems: Problem[]): Role | undefined {
  if (!role) problems.push(problem('role', 'ROLE_REQUIRED', 'Role is required'));
  if (role === 'GATEWAY') problems.push(problem('role', 'ROLE_NOT_ALLOWED', 'A person cannot be a gateway'));
  return role ?? undefined;
}
