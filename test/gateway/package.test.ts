import { execFileSync, spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const ROOT = join(import.meta.dirname, '../..');
let place: string;
let installed: string;

const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { cwd: place, encoding: 'utf8', timeout: 60_000 });

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'gateway-author-'));
  run(process.execPath, join(ROOT, 'src/commands/pack-gateway.ts'), place);
  installed = join(place, 'node_modules/@users-management/gateway');
  mkdirSync(installed, { recursive: true });
  const [tarball = ''] = globSync('*.tgz', { cwd: place });
  run('tar', '-xzf', tarball, '--strip-components=1', '-C', installed);
});
afterAll(() => rmSync(place, { recursive: true }));

test('The package holds JavaScript and types of each of its sources, and needs no other package', () => {
  const sources = globSync('**/*.ts', { cwd: join(ROOT, 'src/gateway') });
  const expected = sources.flatMap((path) => [path.replace(/ts$/, 'js'), path.replace(/ts$/, 'd.ts')]);
  const files = globSync('**/*.*', { cwd: installed });
  expect(files.toSorted()).toEqual([...expected, 'README.md', 'package.json'].toSorted());
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  expect(Object.keys(manifest).filter((name) => /dependencies/i.test(name))).toEqual([]);
  const code = files.filter((path) => /\.(js|d\.ts)$/.test(path));
  const text = code.map((path) => readFileSync(join(installed, path), 'utf8')).join('\n');
  const imported = Array.from(text.matchAll(/^(?:import|export) .*from '([^']+)';$/gm), ([, from]) => from);
  expect(imported.filter((from) => !/^\.\/[\w/-]+\.js$/.test(String(from)))).toEqual([]);
});

test('Plain JavaScript can use it', () => {
  writeFileSync(
    join(place, 'bot.mjs'),
    `import { createServer } from 'node:http';
     import { createGateway } from '@users-management/gateway';
     const away = createServer((_, response) => response.writeHead(503, { 'retry-after': '60' }).end()).listen(0, '127.0.0.1');
     await new Promise((resolve) => away.once('listening', resolve));
     const url = 'http://127.0.0.1:' + away.address().port;
     const key = 'umk_' + '0'.repeat(32) + '_' + 'A'.repeat(43);
     const environmentId = '01a2b3c4-0000-7000-8000-000000000000';
     const gateway = createGateway({ url, key, environmentId, attemptMs: 30000, totalMs: 50000 });
     console.log(JSON.stringify(await gateway.admit({ channel: 'TELEGRAM', externalId: '1' })));
     away.closeAllConnections();
     away.close();`,
  );
  const answer = { allowed: false, reason: 'UNAVAILABLE', user: null, outcome: null };
  const { stdout, stderr } = spawnSync(process.execPath, ['bot.mjs'], { cwd: place, encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(answer);
  // Where nobody else wants to be told.
  expect(stderr).toMatch(
    /^@users-management\/gateway: The service at http:\/\/127\.0\.0\.1:\d+\/graphql answered with HTTP 503 /,
  );
  expect(stderr).not.toContain('umk_');
});

test("Strict TypeScript takes its types without any other package's, and finds what is wrong", () => {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    module: 'nodenext',
    lib: ['es2024'],
    types: [],
    skipLibCheck: false,
  };
  writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['bot.ts'] }));
  const check = (body: string) => {
    writeFileSync(
      join(place, 'bot.ts'),
      `import { createGateway, type Admission, type Gateway, type Sender } from '@users-management/gateway';
       declare const maybe: string | undefined;
       const gateway: Gateway = createGateway({ url: '', key: maybe, environmentId: maybe, onError: ({ reason }) => reason });
       const sender: Sender = { channel: 'SLACK', externalId: 'T1:U1', email: maybe };
       export async function talk(): Promise<unknown> { ${body} }`,
    );
    try {
      return run(process.execPath, join(ROOT, 'node_modules/typescript/bin/tsc'));
    } catch (error) {
      return String((error as { stdout?: unknown }).stdout);
    }
  };
  expect(
    check(`const { allowed, reason, user, outcome }: Admission = await gateway.admit(sender, { firstName: 'Ana', lastName: maybe });
      if (outcome === 'REQUESTED' || reason === 'A_NEW_ONE') return user?.fullName;
      const [check] = await gateway.checkMany([sender]);
      const { approvals, endCursor } = await gateway.decided({ after: null });
      const { outcome: linked } = await gateway.redeem(sender, 'um-');
      const { outcome: replaced } = await gateway.replace(sender, sender);
      return [allowed, check?.reason, approvals[0]?.user?.channelIdentities[0]?.externalId, endCursor, linked === 'LINKED', replaced];`),
  ).toBe('');
  expect(check(`return gateway.admit({ channel: 'SIGNAL', externalId: '1' });`)).toContain('error TS2322');
});
