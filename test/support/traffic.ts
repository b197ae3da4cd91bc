import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { CHECK_ACCESS, CREATE_USER } from './documents.ts';

export type Traffic = {
  /** Resolves when so many more requests have been answered. Rejects if one was not as it should be. */
  more(count: number): Promise<void>;
  /** Lets the last requests be answered. What was not answered as it should be, each in a line. */
  stop(): Promise<string[]>;
};

const CALLERS = 4;

/** Callers who add users and check access without a pause, on connections that are kept, at whatever answers for this database. */
export async function startTraffic(url: string, connectionString: string): Promise<Traffic> {
  const { secret, ...place } = await createPlace(connectionString);
  const { Agent } = url.startsWith('https:') ? https : http;
  // The certificate of a test is its own.
  const agent = new Agent({ keepAlive: true, maxSockets: CALLERS, ...{ rejectUnauthorized: false } });
  const failures: string[] = [];
  let answered = 0;
  let isRunning = true;

  const ask = async (index: number, count: number) => {
    const [query, variables] = index % 2 === 0 ? adding(place, index, count) : checking(place);
    const { status, body } = await post(new URL('/graphql', url), { agent, secret }, { query, variables });
    // What the service itself answers when the machine is too busy for its time limits: no caller lost anything, and it asks again.
    if (status === 503 && body.includes('"SERVICE_UNAVAILABLE"')) return;
    if (status !== 200 || !/"user":\{|"UNKNOWN_SENDER"/.test(body)) throw new Error(`${status} ${body}`);
  };
  const call = async (_: unknown, index: number) => {
    for (let count = 0; isRunning; count += 1) {
      await ask(index, count).catch((error) => failures.push(`${Object(error).code ?? ''} ${error}`));
      answered += 1;
    }
  };
  const calling = Promise.all(Array.from({ length: CALLERS }, call));
  const stop = async () => {
    isRunning = false;
    await calling;
    agent.destroy();
    return failures;
  };
  return {
    async more(count) {
      for (const goal = answered + count; answered < goal && failures.length === 0; ) await delay(5);
      if (failures.length > 0) throw new Error((await stop()).join('\n'));
    },
    stop,
  };
}

type Place = { projectId: string; environmentId: string };

function adding({ projectId, environmentId }: Place, index: number, count: number): [string, object] {
  const phoneNumber = `+49151${10_000_000 + index * 1_000_000 + count}`;
  return [
    CREATE_USER,
    { input: { projectId, phoneNumber, firstName: 'Ana', lastName: 'Lima', environmentIds: [environmentId] } },
  ];
}

function checking({ environmentId }: Place): [string, object] {
  return [CHECK_ACCESS, { environmentId, sender: { channel: 'TELEGRAM', externalId: '4242' } }];
}

async function post(url: URL, { agent, secret }: { agent: http.Agent; secret: string }, content: object) {
  const { request } = url.protocol === 'https:' ? https : http;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  const asked = request(url, { method: 'POST', agent, headers, timeout: 10_000 });
  asked.on('timeout', () => asked.destroy(new Error('No answer in 10 s.')));
  asked.end(JSON.stringify(content));
  const [response] = await once(asked, 'response');
  return { status: response.statusCode, body: await text(response) };
}

async function createPlace(connectionString: string): Promise<Place & { secret: string }> {
  const db = connect(connectionString);
  try {
    const operator = { actor: OPERATOR, db };
    const { id: projectId } = await createProject(operator, { name: 'Assistant' });
    const { secret } = await createAccessKey(operator, { name: 'Callers', role: 'MEMBER', projectId });
    const { rows } = await sql<{ id: string }>`select id from environments where project_id = ${projectId}`.execute(db);
    return { projectId, secret, environmentId: rows[0]?.id ?? '' };
  } finally {
    await db.destroy();
  }
}
