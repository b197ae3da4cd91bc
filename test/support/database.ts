import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A migrated, empty database of its own; its connection string, as the owner of the tables. */
export async function createDatabase(): Promise<string> {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: location.href });
  await client.connect();
  await client.query(`create database ${name} template template_users_management`);
  await client.end();
  location.pathname = name;
  return location.href;
}
