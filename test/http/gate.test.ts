import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { createGate } from '../../src/http/gate.ts';
import type { RequestRecord } from '../../src/observe/request-record.ts';

let server: Server;
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test('an endpoint that fails is told in a fixed text, and only to whom it concerns', async () => {
  const reported: unknown[] = [];
  const records: RequestRecord[] = [];
  const gate = createGate(
    { '*': () => Promise.reject(new Error('geheim')) },
    {
      record: (entry) => records.push(entry),
      faults: { report: (error) => reported.push(error), unavailable() {} },
      isLastOn: () => false,
    },
  );
  server = createServer(gate);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/anything`;
  for (const time of [1, 2]) {
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([500, 'Internal server error.\n']);
    expect(reported).toHaveLength(time);
  }
  expect(records[0]).toMatchObject({ route: '*', status: 500 });
});
