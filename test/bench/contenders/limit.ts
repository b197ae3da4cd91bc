import { createServer, type IncomingMessage } from 'node:http';
import { announce, connectReads, createPool } from './process.ts';
import * as work from './work.ts';

// The plain limit: node:http, pg and JSON.stringify, no GraphQL at all. `--pipelined` sends reads without waiting for those before.

const pool = createPool();
const ask = process.argv.includes('--pipelined') ? await connectReads() : work.asker(pool);

// biome-ignore lint/suspicious/noExplicitAny: the bench alone asks, and asks rightly
type Operation = (key: work.Key, variables: any) => Promise<unknown>;

const operations: Record<string, Operation> = {
  '/A': async (key, { environmentId, sender }) => ({
    checkAccess: await work.checkAccess(ask, key, environmentId, sender),
  }),
  '/B': (key, { first, after }) => page(key, first, after),
  '/C': async (key, { search }) => {
    const { nodes } = await work.searchUsers(work.asker(pool), key, 20, search);
    const totalCount = await work.countUsers(work.asker(pool), key, search, 1001);
    return { project: { users: { totalCount, nodes } } };
  },
  '/D': async (key, { input }) => ({ createUser: { user: await createUser(key, input), userErrors: [] } }),
  '/E': (key, { first, after }) => page(key, first, after),
  '/F': async (key, { environmentId, senders }) => ({
    checkAccessBatch: await work.checkAccessBatch(ask, key, environmentId, senders),
  }),
};

async function page(key: work.Key, first: number, after?: string) {
  const { nodes, hasNextPage } = await work.pageOfUsers(ask, key, first, after);
  const environments = await work.environmentsOf(
    ask,
    key,
    nodes.map(({ id }) => id),
  );
  const last = nodes.at(-1);
  const users = nodes.map((node, at) => ({
    ...node,
    environments: environments[at],
  }));
  return { project: { users: { pageInfo: { hasNextPage, endCursor: last && work.cursorOf(last) }, nodes: users } } };
}

async function createUser(key: work.Key, input: work.NewUser) {
  const user = await work.createUser(work.asker(pool), key, input);
  const [environments] = await work.environmentsOf(ask, key, [user?.id ?? '']);
  return { ...user, environments };
}

async function answer(request: IncomingMessage): Promise<unknown> {
  const key = await work.authenticate(ask, request.headers.authorization);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString());
  return operations[request.url ?? '']?.(key, variables);
}

announce(
  createServer(async (request, response) => {
    try {
      const body = JSON.stringify({ data: await answer(request) });
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        .end(body);
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ errors: [{ message: String(error) }] }));
    }
  }),
);
