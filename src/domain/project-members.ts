import { v7 as uuid } from 'uuid';
import { type Tx, transact } from '../database/engine/connection.ts';
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
import { audit } from './audit-events.ts';
import { gather, Wrong, wrong } from './form.ts';
import { refuse } from './refusal.ts';
import { notFound, roleRequired, subjectTaken, tooMany } from './shared-problems.ts';
import { readTitle } from './values/title.ts';

const SUBJECT_MAXIMUM = 255;

/** The most members of one project. */
export const MAXIMUM_MEMBERS = 1000;

export type AddProjectMemberInput = {
  projectId: string;
  subject?: string | null;
  name?: string | null;
  role?: Role | null;
};

/** Gives a person, whom the identity provider knows by this subject, a role in the project. */
export function addProjectMember(
  { actor, db }: DomainContext,
  input: AddProjectMemberInput,
): Promise<ProjectMemberRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const project = await holdProject(tx, scope, input.projectId);
    if (!project) return refuse(notFound('project', 'projectId'));
    const { subject, name, role } = gather({
      count: (await countMembers(tx, project.id)) >= MAXIMUM_MEMBERS && new Wrong(tooMany(MAXIMUM_MEMBERS, 'members')),
      subject: await readFreeSubject(tx, project.id, input.subject),
      name: readTitle(input.name),
      role: readRole(input.role),
    });
    const member = await insertMember(tx, { projectId: project.id, id: uuid(), subject, name, role });
    await audit(tx, actor, 'PROJECT_MEMBER_ADDED', member);
    return member;
  });
}

export type UpdateProjectMemberInput = { id: string; name?: string | null; role?: Role | null };

/** Changes a member's name or role, from the person's next request on. */
export function updateProjectMember(
  { actor, db }: DomainContext,
  input: UpdateProjectMemberInput,
): Promise<ProjectMemberRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const member = await lockMember(tx, scope, input.id);
    if (!member) return refuse(notFound('member'));
    const next = gather({
      name: input.name === undefined ? member.name : readTitle(input.name),
      role: input.role === undefined ? member.role : readRole(input.role),
    });
    const changed = (['name', 'role'] as const).filter((field) => next[field] !== member[field]);
    if (changed.length === 0) return member;
    const updated = await updateMemberRow(tx, member, next);
    await audit(tx, actor, 'PROJECT_MEMBER_UPDATED', member, { changedFields: changed });
    return updated;
  });
}

/** Removes a member from the project, from the person's next request on. Returns the id. */
export function removeProjectMember({ actor, db }: DomainContext, input: { id: string }): Promise<string> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const member = await lockMember(tx, scope, input.id);
    if (!member) return refuse(notFound('member'));
    await deleteMemberRow(tx, member);
    await audit(tx, actor, 'PROJECT_MEMBER_REMOVED', member);
    return member.id;
  });
}

// A subject is opaque and compared exactly. OpenID Connect allows at most 255 ASCII characters.
async function readFreeSubject(tx: Tx, projectId: string, text: string | null | undefined): Promise<string | Wrong> {
  const subject = text?.trim() ?? '';
  if (subject === '') return wrong('subject', 'SUBJECT_REQUIRED', 'Subject is required');
  if (subject.length > SUBJECT_MAXIMUM || /[^\x20-\x7e]/.test(subject)) {
    return wrong('subject', 'SUBJECT_INVALID', `Subject can be at most ${SUBJECT_MAXIMUM} ASCII characters long`);
  }
  return (await findMemberBySubject(tx, projectId, subject)) ? new Wrong(subjectTaken()) : subject;
}

function readRole(role: Role | null | undefined): Role | Wrong {
  if (!role) return new Wrong(roleRequired());
  return role === 'GATEWAY' ? wrong('role', 'ROLE_NOT_ALLOWED', 'A person cannot be a gateway') : role;
}
