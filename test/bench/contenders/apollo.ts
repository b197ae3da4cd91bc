import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { createPool, tell } from './process.ts';
import { createResolvers } from './resolvers.ts';
import { type Context, typeDefs } from './schema.ts';
import * as work from './work.ts';

// Apollo Server 5, standalone, with DataLoader and named prepared statements.

type ApolloContext = Context & { environments: DataLoader<string, work.Row[]> };

const pool = createPool();
const ask = work.asker(pool);
const resolvers = createResolvers({ reads: ask, pool, isNamed: true });

const server = new ApolloServer<ApolloContext>({
  typeDefs,
  resolvers: {
    ...resolvers,
    User: {
      ...resolvers.User,
      environments: ({ id }: work.Row, _: unknown, { environments }: ApolloContext) => environments.load(id),
    },
  },
});

const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const key = await work.authenticate(ask, req.headers.authorization);
    return { key, environments: new DataLoader<string, work.Row[]>((ids) => work.environmentsOf(ask, key, ids)) };
  },
});
tell(Number(new URL(url).port));
