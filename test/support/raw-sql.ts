import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { SERVER_ROLE } from '../../src/database/engine/connection.ts';

/** A session of the server's own role, unless told otherwise: what it cannot do by SQL, no mistake of the service can. */
export async function openSession(connectionString: string, role = SERVER_ROLE): Promise<pg.Client> {
  const session = new pg.Client({ connectionString, options: `-c role=${role}` });
  await session.connect();
  return session;
}

export async function insertUser(session: pg.Client, projectId: string, environmentIds: string[]): Promise<string> {
  const id = randomUUID();
  await session.query(
    `insert into users (project_id, id, search_text, name_key, creation_source) values ($1, $2, '', '', 'SELF_REGISTERED')`,
    [projectId, id],
  );
  for (const environmentId of environmentIds) {
    await session.query('insert into user_environments values ($1, $2, $3)', [projectId, id, environmentId]);
  }
  return id;
}

/** Runs the work in a transaction of this level; if it or the commit is refused, rolls back and throws the refusal. */
export async function attempt(session: pg.Client, level: string, work: () => Promise<unknown>): Promise<void> {
  await session.query(`begin isolation level ${level}`);
  try {
    await work();
    await session.query('commit');
  } catch (error) {
    await session.query('rollback');
    throw error;
  }
}
