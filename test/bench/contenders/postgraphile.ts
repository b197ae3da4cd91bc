import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { announce, createPool } from './process.ts';
import * as work from './work.ts';

// PostGraphile 5 over the tables, with functions (postgraphile.sql) for what is more than reading them.

const pool = createPool();
const ask = work.asker(pool);

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ pool, schemas: ['public', 'bench'] })],
  grafast: {
    async context({ node }) {
      await work.authenticate(ask, node?.req.headers.authorization);
      return {};
    },
  },
  grafserv: { watch: false, graphqlPath: '/graphql' },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
announce(server);
