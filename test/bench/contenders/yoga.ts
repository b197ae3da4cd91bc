import { createServer } from 'node:http';
import DataLoader from 'dataloader';
import { createSchema, createYoga } from 'graphql-yoga';
import { announce, createPool } from './process.ts';
import { createResolvers } from './resolvers.ts';
import { type Context, typeDefs } from './schema.ts';
import * as work from './work.ts';

// GraphQL Yoga with DataLoader and pg, as their documentation shows them.

type YogaContext = Context & { environments: DataLoader<string, work.Row[]> };

const pool = createPool();
const ask = work.asker(pool, false);
const resolvers = createResolvers({ reads: ask, pool, isNamed: false });

const yoga = createYoga({
  logging: false,
  schema: createSchema<YogaContext>({
    typeDefs,
    resolvers: {
      ...resolvers,
      User: {
        ...resolvers.User,
        environments: ({ id }: work.Row, _: unknown, { environments }: YogaContext) => environments.load(id),
      },
    },
  }),
  context: async ({ request }): Promise<YogaContext> => {
    const key = await work.authenticate(ask, request.headers.get('authorization') ?? '');
    return { key, environments: new DataLoader((ids) => work.environmentsOf(ask, key, ids)) };
  },
});

announce(createServer(yoga));
