import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase } from '../support/database.ts';
import { programOf } from '../support/programs.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

const ROOT = new URL('../../', import.meta.url).pathname;

let service: ServiceProcess | undefined;
let path: string;

beforeAll(() => {
  path = programOf('promtool', 'prometheus');
});

afterAll(async () => {
  service?.child.kill('SIGTERM');
  await service?.exit();
});

/** What promtool says, and its exit code. */
function promtool(words: string[], input = ''): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(path, words, { cwd: ROOT, input, encoding: 'utf8' });
  return { status, output: `${stdout}${stderr}` };
}

test.each(['1', '2'])(
  'the metrics of %s processes are as Prometheus wants them, and all that alerts ask for',
  async (WEB_CONCURRENCY) => {
    service = await startProcess({ DATABASE_URL: await createDatabase(), WEB_CONCURRENCY });
    await fetch(service.url, { method: 'POST' });
    await fetch(new URL('/ready', service.url));
    const text = await (await fetch(service.metricsUrl)).text();
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, output: '' });
    const rules = readFileSync(`${ROOT}deploy/prometheus/alerts.yml`, 'utf8');
    const asked = new Set(rules.match(/\b(http|graphql|database|process)_[a-z_]+\b/g));
    expect(asked.size).toBeGreaterThanOrEqual(5);
    for (const name of asked) expect(text).toMatch(new RegExp(`^${name}[ {]`, 'm'));
    service.child.kill('SIGTERM');
    await service.exit();
  },
);

test('the alerts and the scrape are valid, and each alert comes when it should and only then', () => {
  for (const words of [
    ['check', 'rules', 'deploy/prometheus/alerts.yml'],
    ['check', 'config', 'deploy/prometheus/scrape.yml'],
    ['test', 'rules', 'test/operations/alerts.yml'],
  ]) {
    expect(promtool(words)).toEqual({ status: 0, output: expect.stringContaining('SUCCESS') });
  }
});
