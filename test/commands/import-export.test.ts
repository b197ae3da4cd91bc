import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import { createDatabase } from '../support/database.ts';
import { CREATE_PROJECT, DELETE_USERS, UPDATE_USER } from '../support/documents.ts';
import { until } from '../support/door.ts';
import { type Call, caller } from '../support/service.ts';
import { createSite } from '../support/site.ts';

let site: ReturnType<typeof createSite>;
let owner: Db;
const folder = mkdtempSync(join(tmpdir(), 'users-management-files-'));
let call: Call;

beforeAll(async () => {
  const database = await createDatabase();
  owner = connect(database);
  site = createSite(database);
  const url = await site.startService();
  const { output } = await site.run('access-key', ['create', '--name', 'Console', '--role', 'ADMINISTRATOR']);
  call = caller(url, output.trim());
});

afterAll(async () => {
  await site.close();
  await owner.destroy();
  rmSync(folder, { recursive: true });
});

async function createProject(): Promise<string> {
  const { data } = await call(CREATE_PROJECT, { input: { name: 'Import' } });
  return String(data.createProject.project?.id);
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const READ = `query ($id: ID!) { project(id: $id) { users(first: 100, orderBy: { field: FULL_NAME, direction: ASC }) {
  totalCount nodes { phoneNumber email firstName middleName lastName environments { name } channelIdentities { channel externalId } } }
  auditEvents(first: 1) { nodes { action actorName } } } }`;

async function read(id: string) {
  const { project } = (await call(READ, { id })).data;
  return { count: project?.users.totalCount, users: project?.users.nodes, last: project?.auditEvents.nodes[0] };
}

async function idsOf(project: string): Promise<string[]> {
  const query = `query ($id: ID!) { project(id: $id) {
    users(first: 100, orderBy: { field: FULL_NAME, direction: ASC }) { nodes { id } } } }`;
  const { data } = await call(query, { id: project });
  return (data.project?.users.nodes ?? []).map((user) => user.id);
}

function people(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => `Ana ${at},Lima,+1555${1_000_000 + at}`);
  return `First Name,Last Name,Phone\n${rows.join('\n')}\n`;
}

describe('npm run import', () => {
  const MIXED = `First Name,Last Name,Phone,E-mail,Environments
Ana,Lima,+55 11 91234-5678,ana@example.com,Production
Bo,Ek,0701234567,,
Cy,Rao,+91 98765 43210,,Prodution
Ana,Lima,+55 (11) 91234-5678,,
Di,Ng,+84 91 234 56 78,,
`;

  it('says what a dry run would do, and writes nothing', async () => {
    const id = await createProject();
    const path = file('dry.csv', MIXED);
    const { output, status } = await site.run('import', [
      path,
      '--project',
      id,
      '--environment',
      'staging',
      '--dry-run',
    ]);
    expect(output).toContain('2 would be new, 0 would be changed, 0 here already, 1 twice in the file, 2 not good.');
    expect(output).toMatch(/line 3: .*\+1 555-123-4567/);
    expect(status).toBe(3);
    expect((await read(id)).count).toBe(0);
    expect(existsSync(`${path}.problems.csv`)).toBe(false);
  });

  it('adds who is good, and writes the others beside the file, to be mended and imported again', async () => {
    const id = await createProject();
    const path = file('mixed.csv', MIXED);
    const imported = await site.run('import', [path, '--project', id, '--environment', 'Staging']);
    expect(imported.output).toContain('2 new, 0 changed, 0 here already, 1 twice in the file, 2 not good.');
    expect(imported.status).toBe(3);
    const { users, last } = await read(id);
    expect(users).toMatchObject([
      {
        firstName: 'Ana',
        phoneNumber: '+5511912345678',
        email: 'ana@example.com',
        environments: [{ name: 'Production' }],
      },
      { firstName: 'Di', environments: [{ name: 'Staging' }] },
    ]);
    expect(last).toEqual({ action: 'USER_CREATED', actorName: 'operator' });

    const problems = `${path}.problems.csv`;
    const bad = readFileSync(problems, 'utf8');
    expect(bad).toMatch(
      /^\ufeffFirst Name,Last Name,Phone,E-mail,Environments,problem\r\nBo,Ek,0701234567,,,.*\r\nCy,/,
    );
    writeFileSync(problems, bad.replace('0701234567', '+46701234567').replace('Prodution,', 'Production,'));
    const mended = await site.run('import', [problems, '--project', id, '--environment', 'Staging']);
    expect(mended).toMatchObject({ status: 0, output: expect.stringContaining('2 new') });
    expect((await read(id)).count).toBe(4);

    const again = ['--project', id, '--environment', 'Development', '--if-existing', 'add-environments'];
    const changed = await site.run('import', [file('again.csv', MIXED), ...again]);
    expect(changed.output).toContain('0 new, 1 changed, 1 here already');
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 65, /picture/],
    ['nobody', 'First Name,Phone\n', 65, /nobody/],
    ['a column that nobody knows', 'Phone,Shoe size\n+46701234567,43\n', 64, /"Shoe size"/],
  ])('tells of %s before anything is written', async (name, content, status, message) => {
    const id = await createProject();
    const ended = await site.run('import', [file(`${name}.csv`, content), '--project', id]);
    expect(ended).toMatchObject({ status, errors: expect.stringMatching(message) });
    expect((await read(id)).count).toBe(0);
  });

  it('tells of a file, a project and an environment that are not there', async () => {
    const id = await createProject();
    const path = file('good.csv', people(1));
    expect(await site.run('import', [join(folder, 'none.csv'), '--project', id])).toMatchObject({ status: 66 });
    const nowhere = '0199c2a4-5b1e-7c3d-8f00-0123456789ab';
    expect(await site.run('import', [path, '--project', nowhere])).toMatchObject({ status: 1 });
    const ended = await site.run('import', [path, '--project', id, '--environment', 'Prod']);
    expect(ended).toMatchObject({
      status: 64,
      errors: expect.stringMatching(/no "Prod".*Development, Staging, Production/),
    });
  });

  it.each(['SIGKILL', 'SIGINT'] as const)('goes on after %s, and makes everybody once', async (signal) => {
    const id = await createProject();
    const words = [file('many.csv', people(1200)), '--project', id, '--environment', 'Production'];
    const started = site.start('import', words);
    const output = text(started.stdout);
    await until(
      () => read(id),
      ({ count = 0 }) => count > 0,
    );
    started.kill(signal);
    await once(started, 'close');
    // Where it was faster than the signal, nothing is left to do.
    if (started.exitCode === 130) expect(await output).toContain('The same command goes on.');

    expect(await site.run('import', words)).toMatchObject({ status: 0, output: expect.stringContaining('1200 new') });
    expect((await read(id)).count).toBe(1200);
    expect(existsSync(`${words[0]}.begun`)).toBe(false);
  });

  it('does what the file says each time it is imported, whatever became of its people since', async () => {
    const id = await createProject();
    const path = file('anew.csv', people(2));
    const words = [path, '--project', id, '--environment', 'Production', '--if-existing', 'update'];
    const importing = () => site.run('import', words);
    expect(await importing()).toMatchObject({ output: expect.stringContaining('2 new') });
    const [ana] = await idsOf(id);
    await call(UPDATE_USER, { input: { id: ana, firstName: 'Changed' } });
    expect(await importing()).toMatchObject({ output: expect.stringContaining('0 new, 1 changed, 1 here already') });
    const { users } = await read(id);
    expect(users).toMatchObject([{ firstName: 'Ana 0' }, { firstName: 'Ana 1' }]);

    const deleteAll = async () => {
      await call(DELETE_USERS, { input: { projectId: id, ids: await idsOf(id) } });
    };
    await deleteAll();
    // When a run that was cut off, and goes on, began.
    const begunAt = String(Date.now());
    for (const _ of ['the first run', 'the one that goes on']) {
      writeFileSync(`${path}.begun`, begunAt);
      expect(await importing()).toMatchObject({ output: expect.stringContaining('2 new') });
      expect((await read(id)).count).toBe(2);
      await deleteAll();
    }
    expect(await importing()).toMatchObject({ output: expect.stringContaining('2 new') });
    expect((await read(id)).count).toBe(2);
  });
});

describe('npm run export', () => {
  it('writes a file that makes the same people in another project', async () => {
    const [one, other] = [await createProject(), await createProject()];
    const rows = `First Name,Middle Name,Last Name,Phone,E-mail,Environments,channel_identities
=Ana,"de ""Sá""",'Lima,+55 11 91234-5678,ana@example.com,Production;Development,TELEGRAM:123456789;SLACK:T1ABCDEFG:U1ABCDEFG
Bo;=1,,O'Neil,+46701234567,,Staging,
`;
    expect(await site.run('import', [file('one.csv', rows), '--project', one])).toMatchObject({ status: 0 });
    const path = join(folder, 'export.csv');
    const written = await site.run('export', [path, '--project', one]);
    expect(written).toMatchObject({ status: 0, output: `2 users are in ${path}.\n` });
    expect(readFileSync(path, 'utf8')).not.toMatch(/(^|[,;])"*[=+\-@]/m);
    expect((await read(one)).last).toEqual({ action: 'USERS_EXPORTED', actorName: 'operator' });
    expect(await site.run('import', [path, '--project', other])).toMatchObject({ status: 0 });
    const [before, after] = [await read(one), await read(other)];
    expect(after.users).toEqual(before.users);
    expect(after.users).toMatchObject([{ firstName: '=Ana', middleName: 'de "Sá"' }, { firstName: 'Bo;=1' }]);
    expect(after.users?.[0]?.channelIdentities).toHaveLength(2);
    expect(after.users?.[0]?.environments).toHaveLength(2);

    const found = await site.run('export', [path, '--project', one, '--search', 'oneil']);
    expect(found.output).toBe(`1 users are in ${path}.\n`);
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('leaves nothing half done after %s', async (signal, code) => {
    const id = await createProject();
    await site.run('import', [file('one.csv', people(1)), '--project', id, '--environment', 'Production']);
    const path = join(folder, 'stopped.csv');
    const ended = await owner.transaction().execute(async (tx) => {
      // The users are read after the file is begun, and nobody gets to them.
      await sql`lock table user_environments in access exclusive mode`.execute(tx);
      const command = site.start('export', [path, '--project', id]);
      await until(
        async () => existsSync(`${path}.part`),
        (isThere) => isThere,
      );
      command.kill(signal);
      await once(command, 'close');
      return command.exitCode;
    });
    expect(ended).toBe(code);
    expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  });
});
