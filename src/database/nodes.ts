import { type RawBuilder, sql } from 'kysely';
import { ACCESS_KEY_COLUMNS } from './access-keys.ts';
import { ACCESS_REQUEST_COLUMNS } from './access-requests.ts';
import { WORKSPACE } from './audit-events.ts';
import { BLOCKED_SENDER_COLUMNS } from './blocked-senders.ts';
import { isOfEnvironmentInUse } from './conditions.ts';
import type { Reader } from './engine/connection.ts';
import { snakeCase } from './engine/snake-case.ts';
import { ENVIRONMENT_COLUMNS } from './environments.ts';
import { INVITATION_COLUMNS, invitationStatus } from './invitations.ts';
import { PROJECT_COLUMNS } from './projects.ts';
import type {
  AccessKeyRow,
  AccessRequestRow,
  AuditEventRow,
  BlockedSenderRow,
  ChannelIdentityRow,
  EnvironmentRow,
  InvitationRow,
  ProjectMemberRow,
  ProjectRow,
  UserRow,
} from './tables.ts';
import { USER_COLUMNS } from './users.ts';

/** The tables whose rows have an id that is unique in all of them. */
export type NodeRows = {
  accessKeys: AccessKeyRow;
  accessRequests: AccessRequestRow;
  auditEvents: AuditEventRow;
  blockedSenders: BlockedSenderRow;
  channelIdentities: ChannelIdentityRow;
  environments: EnvironmentRow;
  invitations: InvitationRow;
  projectMembers: ProjectMemberRow;
  projects: ProjectRow;
  users: UserRow;
};
export type NodeTable = keyof NodeRows;
export type FoundNode = { [Table in NodeTable]: { table: Table; row: NodeRows[Table] } }[NodeTable];

const COLUMNS: { [Table in NodeTable]: readonly (keyof NodeRows[Table] & string)[] } = {
  accessKeys: ACCESS_KEY_COLUMNS,
  accessRequests: ACCESS_REQUEST_COLUMNS,
  auditEvents: [
    'projectId',
    'id',
    'action',
    'actorId',
    'actorName',
    'subjectId',
    'relatedId',
    'changedFields',
    'createdAt',
  ],
  blockedSenders: BLOCKED_SENDER_COLUMNS,
  channelIdentities: ['projectId', 'userId', 'id', 'channel', 'externalId', 'linkedBy', 'createdAt'],
  environments: ENVIRONMENT_COLUMNS,
  invitations: [...INVITATION_COLUMNS, 'status'],
  projectMembers: ['projectId', 'id', 'subject', 'name', 'role', 'createdAt'],
  projects: PROJECT_COLUMNS,
  users: USER_COLUMNS,
};

const NODE_TABLES = Object.keys(COLUMNS) as NodeTable[];

/**
 * The rows of a project with these ids, of whichever tables, in no order. It takes one statement: each row of its result has the columns
 * of all tables, and is filled in those of the table in which the id was found. Unlike in JSON, values keep their types.
 */
export async function listNodes(db: Reader, projectId: string, ids: readonly string[]): Promise<FoundNode[]> {
  const joins = Object.entries(rowsOf(projectId)).map(
    ([table, rows]) => sql`left join (${rows}) as ${sql.table(table)} on ${sql.ref(`${table}.id`)} = asked.id`,
  );
  const { rows } = await sql<Record<string, unknown>>`
    select ${ALL_COLUMNS} from unnest(${ids}::uuid[]) as asked (id) ${sql.join(joins, sql` `)}
    where ${projectId} = ${WORKSPACE} or exists (
      select from projects p where p.id = ${projectId} and p.removed_at is null)`.execute(db);
  return rows.flatMap(readNodes);
}

/** What is not removed in a project. In WORKSPACE, the access keys of the whole workspace. */
function rowsOf(projectId: string): Record<NodeTable, RawBuilder<unknown>> {
  const inProject = sql`project_id = ${projectId}`;
  return {
    accessKeys: sql`select * from access_keys where coalesce(project_id, ${WORKSPACE}) = ${projectId}`,
    accessRequests: sql`select * from access_requests
      where ${inProject} and ${isOfEnvironmentInUse('environmentId', projectId)}`,
    auditEvents: sql`select * from audit_events where ${inProject}`,
    blockedSenders: sql`select * from blocked_senders where ${inProject}`,
    channelIdentities: sql`select * from channel_identities where ${inProject}`,
    environments: sql`select * from environments where ${inProject} and removed_at is null`,
    invitations: sql`select *, ${invitationStatus} from invitations where ${inProject}`,
    projectMembers: sql`select * from project_members where ${inProject}`,
    projects: sql`select * from projects where id = ${projectId} and removed_at is null`,
    users: sql`select * from users where ${inProject}`,
  };
}

const ALL_COLUMNS = sql.raw(
  NODE_TABLES.flatMap((table) =>
    COLUMNS[table].map((column) => {
      const name = `${snakeCase(table)}.${snakeCase(column)}`;
      return `${name} as "${name}"`;
    }),
  ).join(', '),
);

function readNodes(all: Record<string, unknown>): FoundNode[] {
  return NODE_TABLES.filter((table) => all[`${table}.id`] !== null).map((table) => {
    const row = Object.fromEntries(COLUMNS[table].map((column) => [column, all[`${table}.${column}`]]));
    return { table, row } as FoundNode;
  });
}
