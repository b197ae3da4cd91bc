import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own, migrated and empty, or as another one that nobody is connected to; its connection string, as the owner of the tables. */
export async function createDatabase(like?: string): Promise<string> {
  const location = new URL(process.env.TEST_DATABASE_URL ?? '');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: location.href });
  await client.connect();
  const template = like === undefined ? 'template_users_management' : new URL(like).pathname.slice(1);
  await client.query(`create database ${name} template ${template}`);
  await client.end();
  location.pathname = name;
  return location.href;
}
