import type pg from 'pg';
import type { Context } from './schema.ts';
import * as work from './work.ts';

/** How a contender asks the database: its short reads, and all else. */
export type Database = { reads: work.Ask; pool: pg.Pool; isNamed: boolean };

type Connection = work.Page & { key: work.Key; search: string | null };

/** All but the environments of users, which each library batches in its own way. */
export function createResolvers({ reads, pool, isNamed }: Database) {
  const pooled = work.asker(pool, isNamed);
  return {
    Query: {
      project: (_: unknown, { id }: { id: string }, { key }: Context) => (id === key.projectId ? { id } : null),
      checkAccess: (_: unknown, args: { environmentId: string; sender: work.Sender }, { key }: Context) =>
        work.checkAccess(reads, key, args.environmentId, args.sender),
      checkAccessBatch: (_: unknown, args: { environmentId: string; senders: work.Sender[] }, { key }: Context) =>
        work.checkAccessBatch(reads, key, args.environmentId, args.senders),
    },
    Mutation: {
      createUser: async (_: unknown, { input }: { input: work.NewUser }, { key }: Context) => ({
        user: await work.createUser(pooled, key, input),
        userErrors: [],
      }),
    },
    Project: {
      users: async (
        _: unknown,
        { first, after, search = null }: { first: number; after?: string; search?: string | null },
        { key }: Context,
      ): Promise<Connection> => {
        const page = search
          ? await work.searchUsers(pooled, key, first, search)
          : await work.pageOfUsers(reads, key, first, after);
        return { ...page, key, search };
      },
    },
    UserConnection: {
      pageInfo: ({ nodes, hasNextPage }: Connection) => {
        const last = nodes.at(-1);
        return { hasNextPage, endCursor: last ? work.cursorOf(last) : null };
      },
      totalCount: ({ key, search }: Connection, { upTo }: { upTo: number }) =>
        work.countUsers(pooled, key, search ?? '', upTo),
    },
    User: { createdAt: ({ createdAt }: { createdAt: Date }) => createdAt.toISOString() },
  };
}
