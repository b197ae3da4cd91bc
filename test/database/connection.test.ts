import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, SERVER_ROLE } from '../../src/database/connection.ts';
import { createDatabase } from '../support/database.ts';

const SETTINGS = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];

async function settings(options: { role?: string }): Promise<unknown[]> {
  const db = connect(await createDatabase(), options);
  const { rows } = await sql<{ setting: string }>`
    select setting from unnest(${SETTINGS}::text[]) with ordinality as wanted (name, place)
    join pg_settings using (name) order by place`.execute(db);
  await db.destroy();
  return rows.map(({ setting }) => setting);
}

test('whatever a caller waits for is bounded, and a migration is not', async () => {
  expect(await settings({ role: SERVER_ROLE })).toEqual(['1500', '1000', '10000']);
  expect(await settings({})).toEqual(['0', '0', '0']);
});
