import { expect } from '@jest/globals';
import { createDatabase } from './database.ts';
import { type ServiceProcess, startProcess } from './service-process.ts';
import { startTraffic } from './traffic.ts';

export type TwoInstances = {
  addresses: string[];
  /** SIGTERM to one after the other, each started anew, while callers ask at this URL; what was not answered as it should be. */
  replaceUnderTraffic(url: string): Promise<string[]>;
  close(): Promise<void>;
};

/** Two instances of the service on one database, with the settings that the files of deploy/ ask for. */
export async function startTwoInstances(): Promise<TwoInstances> {
  const DATABASE_URL = await createDatabase();
  const start = (PORT = '0') =>
    startProcess({ DATABASE_URL, PORT, TRUSTED_PROXIES: '127.0.0.1', DRAIN_SECONDS: '5', LOG_LEVEL: 'silent' });
  const instances: ServiceProcess[] = await Promise.all([start(), start()]);
  const addressOf = ({ url }: ServiceProcess) => new URL(url).host.replace('localhost', '127.0.0.1');
  return {
    addresses: instances.map(addressOf),
    async replaceUnderTraffic(url) {
      const traffic = await startTraffic(url, DATABASE_URL);
      await traffic.more(200);
      for (const [index, instance] of instances.entries()) {
        instance.child.kill('SIGTERM');
        expect(await instance.exit()).toBe(0);
        await traffic.more(100);
        const next = await start(new URL(instance.url).port);
        instances[index] = next;
        while ((await servedBy(next)) === 0) await traffic.more(50);
      }
      return traffic.stop();
    },
    async close() {
      for (const { child } of instances) child.kill('SIGKILL');
      await Promise.all(instances.map((instance) => instance.exit()));
    },
  };
}

/** How many requests of callers it has answered. */
async function servedBy({ metricsUrl }: ServiceProcess): Promise<number> {
  const metrics = await (await fetch(metricsUrl)).text();
  const counts = metrics.matchAll(/^http_request_duration_seconds_count\{route="\/graphql",.*\} (\d+)$/gm);
  return Array.from(counts, ([, count]) => Number(count)).reduce((sum, count) => sum + count, 0);
}
