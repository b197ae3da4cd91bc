import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import type { NewAuditEvent } from './audit-events.ts';
import { SERVER_ROLE } from './engine/connection.ts';
import { openClientAsGiven } from './engine/routes.ts';
import { snakeCase } from './engine/snake-case.ts';
import type { ChannelIdentityRow, NewUser } from './tables.ts';

/** Users with all their rows, to be written in one transaction. */
export type UserBatch = {
  users: Omit<NewUser, 'version'>[];
  memberships: { projectId: string; userId: string; environmentId: string }[];
  identities: Omit<ChannelIdentityRow, 'sincePhone'>[];
  auditEvents: Omit<NewAuditEvent, 'changedFields' | 'relatedId'>[];
};

/** A connection that writes by COPY in the server's role: constraints and triggers apply as for any request. */
export type Importer = {
  /** Those of the phone keys, e-mail keys and external ids that the project has already. */
  findTaken(
    projectId: string,
    keys: { phones: string[]; emails: string[]; identities: string[] },
  ): Promise<Set<string>>;
  write(batch: UserBatch): Promise<void>;
  /** Vacuums and analyzes the tables for the planner and index-only scans. Does not close. */
  finish(): Promise<void>;
  close(): Promise<void>;
};

export async function openImporter(connectionString: string, role = SERVER_ROLE): Promise<Importer> {
  const client = await openClientAsGiven(connectionString, { application_name: 'users-management import' });
  await client.query(`set role "${role}"`);
  return {
    findTaken: (projectId, keys) => findTaken(client, projectId, keys),
    write: (batch) => write(client, batch),
    finish: async () => {
      // Only the tables' owner may vacuum. Autovacuum would do it a minute later.
      await client.query('set role none');
      await client.query('vacuum (analyze) users, user_environments, channel_identities, audit_events');
    },
    close: () => client.end(),
  };
}

async function findTaken(
  client: Client,
  projectId: string,
  { phones, emails, identities }: Parameters<Importer['findTaken']>[1],
): Promise<Set<string>> {
  const { rows } = await client.query<{ key: string }>(
    `select phone_key as key from users where project_id = $1 and phone_key = any($2)
     union all select email_key from users where project_id = $1 and email_key = any($3)
     union all select external_id from channel_identities where project_id = $1 and external_id = any($4)
     union all select coalesce(phone_key, external_id) from blocked_senders
       where project_id = $1 and (phone_key = any($2) or external_id = any($4))`,
    [projectId, phones, emails, identities],
  );
  return new Set(rows.map(({ key }) => key));
}

async function write(client: Client, { users, memberships, identities, auditEvents }: UserBatch): Promise<void> {
  await client.query('begin');
  try {
    await copy(client, 'users', users);
    await copy(client, 'user_environments', memberships);
    await copy(client, 'channel_identities', identities);
    await copy(client, 'audit_events', auditEvents);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** Copies rows of one shape: the keys of the first row are the columns. */
async function copy(client: Client, table: string, rows: Record<string, Value>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = columns.map(snakeCase);
  const lines = rows.map((row) => `${columns.map((column) => encode(row[column])).join('\t')}\n`);
  const target = client.query(from(`copy ${table} (${names.join(', ')}) from stdin`));
  await pipeline(Readable.from([Buffer.from(lines.join(''))]), target);
}

type Value = string | Date | null | undefined | string[];

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in COPY's text format. */
function encode(value: Value): string {
  if (value === null || value === undefined) return '\\N';
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '');
}
