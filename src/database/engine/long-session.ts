import type pg from 'pg';
import { createKysely, type Db } from './connection.ts';
import { openClientAsGiven } from './routes.ts';

/** One connection of the tables' owner, for Kysely and for COPY within one transaction. `close` ends it. */
export type LongSession = { client: pg.Client; db: Db; close(): Promise<void> };

// As pg_dump does it: neither may a limit that is set for the role end what takes long, nor a setting change how a value is written.
// Within the transaction, so that a pooler's connection is left as it was.
const SETTINGS = [
  'statement_timeout = 0',
  'lock_timeout = 0',
  'idle_in_transaction_session_timeout = 0',
  'row_security = off',
  "client_encoding = 'UTF8'",
  "datestyle = 'ISO, YMD'",
  "timezone = 'UTC'",
  "bytea_output = 'hex'",
  'extra_float_digits = 3',
];

export async function openLongSession(connectionString: string): Promise<LongSession> {
  const client = await openClientAsGiven(connectionString, { application_name: 'users-management backup' });
  const lent = Object.assign(client, { release() {} });
  const db = createKysely({ options: {}, connect: async () => lent, end: async () => {} });
  return { client, db, close: () => client.end() };
}

export async function settle(client: pg.Client): Promise<void> {
  await client.query(SETTINGS.map((setting) => `set local ${setting};`).join(' '));
}
