import { createServer } from 'node:http';
import { useLogger } from '@envelop/core';
import { useRateLimiter } from '@envelop/rate-limiter';
import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { usePrometheus } from '@graphql-yoga/plugin-prometheus';
import DataLoader from 'dataloader';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import { pino } from 'pino';
import { announce, createPool } from './process.ts';
import { createResolvers } from './resolvers.ts';
import { type Context, typeDefs } from './schema.ts';
import * as work from './work.ts';

// GraphQL Yoga with DataLoader and pg, as their documentation shows them. `--duties` limits each key, weighs, counts and logs by the
// plugins that are documented for it.

type YogaContext = Context & { environments: DataLoader<string, work.Row[]> };

const pool = createPool();
const ask = work.asker(pool, false);
const resolvers = createResolvers({ reads: ask, pool, isNamed: false });

const log = pino();
const duties = () => [
  useRateLimiter({
    identifyFn: (context) => (context as YogaContext).key.id,
    configByField: [
      { type: '{Query,Mutation}', field: '*', window: '1m', max: Number(process.env.REQUESTS_PER_MINUTE) },
    ],
  }),
  costLimitPlugin({ maxCost: 1_000_000 }),
  usePrometheus({}),
  useLogger({
    logFn: (event, { args }) =>
      event === 'execute-end' && log.info({ operation: args.operationName, key: args.contextValue.key.id }, 'answered'),
  }),
];

const yoga = createYoga({
  plugins: process.argv.includes('--duties') ? (duties() as Plugin[]) : [],
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
