import fastify from 'fastify';
import mercurius from 'mercurius';
import { connectReads, createPool, tell } from './process.ts';
import { createResolvers } from './resolvers.ts';
import { typeDefs } from './schema.ts';
import * as work from './work.ts';

// Mercurius with jit, its own loaders and named prepared statements. `--pipelined` sends reads without waiting for those before.

declare module 'mercurius' {
  interface MercuriusContext {
    key: work.Key;
  }
}

const pool = createPool();
const reads = process.argv.includes('--pipelined') ? await connectReads() : work.asker(pool);
const app = fastify();

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
  jit: 1,
});

tell(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
