import { once } from 'node:events';
import { get } from 'node:http';
import { afterEach, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { createDatabase } from '../support/database.ts';
import { openLine } from '../support/line.ts';
import { startBalancer } from '../support/reverse-proxy.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';
import { startTraffic } from '../support/traffic.ts';

let services: ServiceProcess[] = [];

afterEach(async () => {
  for (const service of services) service.child.kill('SIGKILL');
  await Promise.all(services.map((service) => service.exit()));
  services = [];
});

test('of two instances behind a proxy that asks for /ready, SIGTERM ends one without a request that fails', async () => {
  const DATABASE_URL = await createDatabase();
  const environment = { DATABASE_URL, DRAIN_SECONDS: '2', LOG_LEVEL: 'silent' };
  services = await Promise.all([startProcess({ ...environment, WEB_CONCURRENCY: '2' }), startProcess(environment)]);
  const proxy = await startBalancer(services.map(({ url }) => url));
  const traffic = await startTraffic(proxy.url, DATABASE_URL);
  await traffic.more(50);
  services[0]?.child.kill('SIGTERM');
  expect(await services[0]?.exit()).toBe(0);
  await traffic.more(50);
  expect(await traffic.stop()).toEqual([]);
  proxy.close();
}, 120_000);

test('after SIGTERM it serves on while /ready is red, and connections from before close with their next answer; Ctrl-C ends it at once', async () => {
  const service = await startProcess({
    DATABASE_URL: await createDatabase(),
    WEB_CONCURRENCY: '2',
    DRAIN_SECONDS: '300',
  });
  services = [service];
  const line = await openLine(service.url);
  service.child.kill('SIGTERM');
  for (let red = 0; red < 2; ) if ((await ask(service.url, '/ready')).status === 503) red += 1;
  expect(await ask(service.url, '/graphql')).toEqual({ status: 401, connection: 'keep-alive' });
  expect(await line.ask('/health')).toBe(200);
  await line.closed;
  expect((await fetch(service.metricsUrl)).status).toBe(200);
  service.child.kill('SIGINT');
  expect(await service.exit()).toBe(0);
  await expect(fetch(service.url)).rejects.toThrow();
});

test.each(['-1', '301'])('DRAIN_SECONDS %s is refused', (DRAIN_SECONDS) => {
  expect(() => readConfig({ DRAIN_SECONDS })).toThrow(/^DRAIN_SECONDS must be .*$/);
});

/** On a connection of its own, which it would keep. */
async function ask(url: string, path: string) {
  const asked = get(new URL(path, url), { agent: false, headers: { connection: 'keep-alive' } });
  const [response] = await once(asked, 'response');
  response.resume();
  await once(response, 'end');
  asked.destroy();
  return { status: response.statusCode, connection: response.headers.connection };
}
