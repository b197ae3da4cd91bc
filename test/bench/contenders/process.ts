import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { type Ask, asker } from './work.ts';

const connectionString = process.env.DATABASE_URL;

export function createPool(): pg.Pool {
  return new pg.Pool({ connectionString, max: 10 });
}

/** Two connections that reads are sent on one behind the other, none waiting for the answer to the last. */
export async function connectReads(): Promise<Ask> {
  const clients = [1, 2].map(() => new pg.Client({ connectionString, pipeline: true }));
  await Promise.all(clients.map((client) => client.connect()));
  const asks = clients.map((client) => asker(client));
  let turn = 0;
  return (statement) => {
    turn = 1 - turn;
    const ask = asks[turn];
    if (!ask) throw new Error('No connection.');
    return ask(statement);
  };
}

/** Listens on a free port and says which. */
export function announce(server: Server): void {
  server.listen(0, '127.0.0.1', () => tell((server.address() as AddressInfo).port));
}

export function tell(port: number): void {
  console.log(`Listening on http://localhost:${port}/`);
}
