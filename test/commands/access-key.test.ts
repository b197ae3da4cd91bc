import { afterAll, describe, expect, it } from '@jest/globals';
import { caller } from '../support/service.ts';
import { createSite } from '../support/site.ts';

const site = createSite();
let url: string;
const NOBODYS_ID = '0199c2a4-5b1e-7c3d-8f00-0123456789ab';
const KEY = /^umk_[0-9a-f]{32}_[\w-]{43}\n$/;

afterAll(() => site.close());

describe('npm run access-key', () => {
  it('makes a key on a data directory that nobody uses', async () => {
    const created = await site.run('access-key', ['create', '--name', 'Reports', '--role', 'VIEWER']);
    expect(created).toMatchObject({ status: 0, output: expect.stringMatching(KEY) });
  });

  it('makes a key that the running service takes at once, lists it, and revokes it at once', async () => {
    url = await site.startService();
    const create = ['create', '--name', 'Console', '--role', 'ADMINISTRATOR', '--expires', '2999-12-31'];
    const { output: secret } = await site.run('access-key', create);
    const call = caller(url, secret.trim());
    expect((await call('{ viewer { name role } }')).data.viewer).toEqual({ name: 'Console', role: 'ADMINISTRATOR' });

    const { output: list } = await site.run('access-key', ['list']);
    const line = list.split('\n').find((text) => text.endsWith('\tConsole')) ?? '';
    expect(line.split('\t').slice(1, 4)).toEqual(['ADMINISTRATOR', 'whole workspace', 'in use']);
    expect(list).not.toContain(secret.slice(-20, -1));

    const revoked = await site.run('access-key', ['revoke', '--id', line.split('\t')[0] ?? '']);
    expect(revoked).toMatchObject({ status: 0, output: 'Revoked.\n' });
    expect((await call('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('makes a key of one project, bound to environments', async () => {
    const { output: secret } = await site.run('access-key', ['create', '--name', 'Console', '--role', 'ADMINISTRATOR']);
    const create = 'mutation { createProject(input: { name: "Shop" }) { project { id environments { id } } } }';
    const { project } = (await caller(url, secret.trim())(create)).data.createProject;
    const id = String(project?.id);
    const bound = ['--project', id, '--environment', String(project?.environments[0]?.id)];
    const created = await site.run('access-key', ['create', '--name', 'Bot', '--role', 'GATEWAY', ...bound]);
    expect(created).toMatchObject({ status: 0, output: expect.stringMatching(KEY) });
    expect((await site.run('access-key', ['list', '--project', id])).output).toContain('GATEWAY\tShop');
  });

  it('tells every problem of its options on a line of its own, and how it is used', async () => {
    const refused = await site.run('access-key', [
      'create',
      '--role',
      'GOD',
      '--project',
      '7',
      '--expires',
      '2030-02-31',
    ]);
    expect(refused.status).toBe(64);
    expect(refused.errors.split('\n').slice(0, 5)).toEqual([
      '--name is required',
      '--role must be ADMINISTRATOR, MEMBER, VIEWER, GATEWAY',
      expect.stringMatching(/^--project must be an id/),
      expect.stringMatching(/^--expires must be a day such as 2030-01-31/),
      'Add --help to see how it is used.',
    ]);
    expect(refused.errors).toContain('--help');
  });

  it('tells every refusal of the domain on a line of its own', async () => {
    const words = ['create', '--name', ' ', '--role', 'VIEWER', '--expires', '2020-01-31'];
    expect(await site.run('access-key', words)).toMatchObject({
      status: 1,
      errors: '--name: Name is required\n--expires: The expiry must lie in the future\n',
    });
    const elsewhere = ['create', '--name', 'Bot', '--role', 'VIEWER', '--project', NOBODYS_ID];
    expect((await site.run('access-key', elsewhere)).errors).toBe('--project: There is no such project\n');
    expect((await site.run('access-key', ['revoke', '--id', NOBODYS_ID])).errors).toBe(
      '--id: There is no such access key\n',
    );
  });

  it.each([
    [['create', '--colour', 'red'], '--colour is not an option of this command'],
    [['create', '--name'], '--name needs a value'],
    [['list', '--name', 'Bot'], '--name does not go with this'],
    [['destroy'], 'There is no "destroy".'],
    [[], 'Say what to do: create, list or revoke.'],
  ])('explains itself when asked for %j', async (words, problem) => {
    const refused = await site.run('access-key', words);
    expect(refused).toMatchObject({ status: 64, errors: expect.stringMatching(/^.*\nAdd --help/) });
    expect(refused.errors.split('\n')[0]).toBe(problem);
  });

  it('says how it is used with --help', async () => {
    expect(await site.run('access-key', ['--help'])).toMatchObject({
      status: 0,
      output: expect.stringMatching(/^Usage:/),
    });
  });

  it('says in one line that a database cannot be reached, and every problem of the configuration', async () => {
    const lost = await site.run('access-key', ['list'], { DATABASE_URL: 'postgres://127.0.0.1:1/none' });
    expect(lost).toMatchObject({
      status: 1,
      errors: 'The database cannot be used: connect ECONNREFUSED 127.0.0.1:1\n',
    });
    const bad = await site.run('access-key', ['list'], { PORT: 'x', DATABASE_URL: 'mysql://here' });
    expect(bad.status).toBe(78);
    expect(bad.errors.trim().split('\n')).toEqual([
      'PORT must be a whole number',
      'DATABASE_URL must begin with postgres:// or postgresql://',
    ]);
  });
});
