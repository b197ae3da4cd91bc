import rateLimit from '@fastify/rate-limit';
import fastify from 'fastify';
import metrics from 'fastify-metrics';
import mercurius from 'mercurius';
import { connectReads, createPool, tell } from './process.ts';
import { createResolvers } from './resolvers.ts';
import { typeDefs } from './schema.ts';
import * as work from './work.ts';

// Mercurius with its own loaders and named prepared statements. `--jit` compiles queries, `--pipelined` sends reads without waiting for
// those before, and `--duties` limits each key, weighs by depth, counts and logs by Fastify's own plugins.

declare module 'mercurius' {
  interface MercuriusContext {
    key: work.Key;
  }
}

const pool = createPool();
const is = (flag: string) => process.argv.includes(flag);
const reads = is('--pipelined') ? await connectReads() : work.asker(pool);
const app = fastify({ logger: is('--duties') });

if (is('--duties')) {
  const keyGenerator = ({ headers }: { headers: { authorization?: string } }) => headers.authorization ?? '';
  await app.register(rateLimit, { max: Number(process.env.REQUESTS_PER_MINUTE), timeWindow: '1 minute', keyGenerator });
  await app.register(metrics.default, { endpoint: '/metrics' });
}

await app.register(mercurius, {
  schema: typeDefs,
  resolvers: createResolvers({ reads, pool, isNamed: true }),
  loaders: {
    User: {
      environments: (queries: { obj: work.Row }[], { key }) =>
        work.environmentsOf(
          reads,
          key,
          queries.map(({ obj }) => obj.id),
        ),
    },
  },
  context: async (request) => ({
    key: await work.authenticate(reads, request.headers.authorization),
  }),
  ...(is('--jit') ? { jit: 1 } : {}),
  ...(is('--duties') ? { queryDepth: 10 } : {}),
});

tell(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
