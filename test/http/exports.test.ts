import { once } from 'node:events';
import { connect } from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import Papa from 'papaparse';
import { openContactFile } from '../../src/contact-files/contact-file.ts';
import { readRows } from '../../src/contact-files/rows.ts';
import { tellCell } from '../support/csv-cell.ts';
import { BLOCK_SENDER, CREATE_INVITATION, LINK_IDENTITY, SELF_REGISTER } from '../support/documents.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();

const HEADER =
  'phone_number,email,first_name,middle_name,last_name,environments,channel_identities,creation_source,created_at,last_seen_at,id';

async function get(path: string, secret: string | null, method = 'GET') {
  const headers: Record<string, string> = secret === null ? {} : { authorization: `Bearer ${secret}` };
  const response = await fetch(new URL(path, service.url), { method, headers });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

async function exported(project: Project, query = '') {
  const secret = await service.secretFor('VIEWER', project.id);
  const { body } = await get(`/projects/${project.id}/users.csv${query}`, secret);
  const { data } = Papa.parse<Record<string, string>>(body.toString().replace('\ufeff', ''), {
    header: true,
    skipEmptyLines: true,
  });
  return data;
}

const namesIn = (rows: Record<string, string>[]) => rows.map((row) => row.first_name);

describe('GET /projects/<id>/users.csv', () => {
  it('answers RFC 4180 in UTF-8 with a byte order mark, a line for each user, and is in the trail', async () => {
    const project = await service.project('Açaí "1"');
    const { development, production } = project;
    const ana = await project.user({
      ...{ firstName: 'Ana', middleName: 'de "Sá", e', lastName: 'Lima', email: 'ana@example.com' },
      environmentIds: [production, development],
    });
    await project.administrator(LINK_IDENTITY, {
      input: { userId: ana.id, channel: 'SLACK', externalId: 'T1ABCDEFG:U1ABCDEFG' },
    });
    await project.administrator(LINK_IDENTITY, {
      input: { userId: ana.id, channel: 'TELEGRAM', externalId: '123456789' },
    });
    const secret = await service.secretFor('VIEWER', project.id);
    const { status, headers, body } = await get(`/projects/${project.id}/users.csv`, secret);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Acai 1 users.csv"; filename*=UTF-8''A%C3%A7a%C3%AD%20%221%22%20users.csv`,
    );
    expect(body.toString()).toBe(
      `\ufeff${HEADER}\r\n'${ana.phoneNumber},ana@example.com,Ana,"de ""Sá"", e",Lima,"Development;Production",` +
        `"SLACK:T1ABCDEFG:U1ABCDEFG;TELEGRAM:123456789",INVITED,${new Date(ana.createdAt).toISOString()},,${ana.id}\r\n`,
    );
    expect(await project.trail()).toContainEqual(
      expect.objectContaining({
        action: 'USERS_EXPORTED',
        actorName: 'VIEWER',
        subjectId: project.id,
        changedFields: [],
      }),
    );
  });

  it('puts an apostrophe before whatever a spreadsheet would run, which reading takes off again', async () => {
    const project = await service.project();
    const names = ['=1+1', '+1', '-1', '@SUM(A1)', "'=2", '"=3', 'x;=4', 'x|@5', '＝6', "O'Neil"];
    for (const firstName of names) await project.user({ firstName });
    const secret = await service.secretFor('VIEWER', project.id);
    const { body } = await get(`/projects/${project.id}/users.csv`, secret);
    const [, ...lines] = body.toString().trimEnd().split('\r\n');
    expect(lines).toHaveLength(names.length);
    for (const line of lines) {
      expect(line.split(/[,;|\t]/).filter((cell) => /^"*[=+\-@＝]/.test(cell))).toEqual([]);
    }
    const file = openContactFile(body);
    const read = [];
    for await (const { good } of readRows(file, file.columns, [{ id: 'd', name: 'Development' }])) read.push(...good);
    expect(read.map(({ row }) => row.firstName)).toEqual(names);
  });

  it('takes the search and the filter of the list, and lists by repeating', async () => {
    const project = await service.project();
    const { development, staging, production } = project;
    await project.user({ firstName: 'Ana', lastName: 'Lima', environmentIds: [development] });
    await project.user({ firstName: 'Bo', lastName: 'Ek', email: 'bo@example.com', environmentIds: [staging] });
    await project.user({ firstName: 'Cy', lastName: 'Lima', environmentIds: [production] });
    const sender = { channel: 'TELEGRAM', externalId: '99887766' };
    await project.gateway(SELF_REGISTER, { input: { environmentId: production, sender, firstName: 'Di' } });
    expect(namesIn(await exported(project))).toEqual(['Ana', 'Bo', 'Cy', 'Di']);
    expect(namesIn(await exported(project, '?search=l%C3%ADma'))).toEqual(['Ana', 'Cy']);
    expect(namesIn(await exported(project, '?hasEmail=true'))).toEqual(['Bo']);
    expect(namesIn(await exported(project, '?creationSource=SELF_REGISTERED'))).toEqual(['Di']);
    expect(namesIn(await exported(project, '?channel=TELEGRAM&neverSeen=true'))).toEqual(['Di']);
    expect(namesIn(await exported(project, '?lastSeenBefore=2020-01-01T00:00:00Z'))).toEqual([]);
    const both = `?environmentIds=${development}&environmentIds=${staging.toUpperCase()}`;
    expect(namesIn(await exported(project, both))).toEqual(['Ana', 'Bo']);
    expect(namesIn(await exported(project, `${both}&search=lima`))).toEqual(['Ana']);
  });

  it.each([
    ['?sort=name', /unknown parameter.*environmentIds/],
    ['?hasEmail=yes', /hasEmail is not a Boolean/],
    ['?hasEmail=true&hasEmail=false', /hasEmail is given more than once/],
    ['?creationSource=NOBODY', /creationSource is not a CreationSource/],
    ['?environmentIds=1', /environmentIds must be a UUID/],
    ['?lastSeenBefore=yesterday', /lastSeenBefore is not a DateTime/],
    ['?search=%ff', /not UTF-8/],
    ['?search=%00', /search contains a NUL/],
    [`?search=${'x'.repeat(101)}`, /at most 100 characters/],
    ['?__proto__=1', /unknown parameter/],
  ])('refuses %s with 400', async (query, message) => {
    const { id } = await service.project();
    const { status, body } = await get(`/projects/${id}/users.csv${query}`, await service.secretFor('VIEWER', id));
    expect([status, JSON.parse(body.toString())]).toEqual([
      400,
      { errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }] },
    ]);
  });

  it('is for readers of the project: 401, 403 for a GATEWAY, 404 alike for a missing and a foreign one, 405', async () => {
    const [project, other] = [await service.project(), await service.project()];
    const path = `/projects/${project.id}/users.csv`;
    const missing = '/projects/00000000-0000-4000-8000-000000000000/users.csv';
    const secret = await service.secretFor('VIEWER', other.id);
    expect((await get(path, null)).status).toBe(401);
    expect((await get(path, `${secret}x`)).status).toBe(401);
    expect((await get(path, await service.secretFor('GATEWAY', project.id))).status).toBe(403);
    const [foreign, unknown] = [await get(path, secret), await get(missing, secret)];
    expect(foreign).toMatchObject({ status: 404, body: unknown.body });
    expect((await get('/projects/1/users.csv', secret)).status).toBe(400);
    const posted = await get(path, await service.secretFor('VIEWER', project.id), 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET']);
    expect((await project.trail()).filter(({ action }) => action === 'USERS_EXPORTED')).toEqual([]);
  });
});

describe('an export of whatever the tables can hold', () => {
  const PIECES = fc.constantFrom(
    ...["'=", '\'"@', ...'=+-@＝＋－＠\'",;|\t\r\n []{}\\\u0001\u0085\u00a0\u2028\u3000\ufeff\u202e\u0301éب漢😀ab'],
  );
  const text = fc.array(PIECES, { maxLength: 3 }).map((pieces) => pieces.join(''));
  const odd = fc.oneof(
    text,
    text.map((end) => `Ana${end}`),
  );
  // Of most users only one thing is odd, if any.
  const seldomOdd = (...plain: string[]) =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...plain) }, { weight: 1, arbitrary: odd });
  const cell = fc.option(seldomOdd('Ana', "O'Neil", 'Zoë', 'ana@example.com', '王', ''));
  const user = fc.record({
    phoneNumber: fc.option(seldomOdd('+15550100', '+442071234567')),
    ...{ email: cell, firstName: cell, middleName: cell, lastName: cell },
    identities: fc.array(seldomOdd('U1'), { maxLength: 2 }),
    environments: fc.subarray([0, 1, 2], { minLength: 1 }),
    createdAt: fc.date({ min: new Date('1999-12-31'), max: new Date('2038-01-01'), noInvalidDate: true }),
    seenAt: fc.option(fc.constantFrom('2026-01-02T03:04:05.000Z', '2026-01-02T03:04:05.120Z')),
  });

  it.each([1, 2, 3])('tells each cell as if it were told alone (%i)', async (seed) => {
    const project = await service.project();
    const environments = [project.development, project.staging, project.production];
    const names = ['Development', 'Staging', ...fc.sample(odd, { numRuns: 1, seed }).map((name) => `${name}0`)];
    for (const [at, name] of names.entries()) {
      await sql`update environments set name = ${name} where id = ${environments[at]}`.execute(service.owner);
    }
    const users = fc.sample(user, { numRuns: 1000, seed }).map((each, at) => ({
      ...each,
      id: `00000000-0000-4000-8000-${(seed * 10_000 + at).toString().padStart(12, '0')}`,
      identities: each.identities.map((id, nth) => ({ channel: nth === 0 ? 'SLACK' : 'WHATSAPP', id: `${id}${at}` })),
    }));
    await sql`with given as (select * from json_to_recordset(${JSON.stringify(users)}) as _(id uuid, "phoneNumber" text,
        email text, "firstName" text, "middleName" text, "lastName" text, "createdAt" timestamptz, "seenAt" timestamptz,
        environments int[], identities json)),
      made as (
        insert into users (project_id, id, phone_number, phone_key, email, email_key, first_name, middle_name, last_name,
          search_text, name_key, creation_source, created_at)
        select ${project.id}, id, "phoneNumber", case when "phoneNumber" is not null then id::text end, email,
          case when email is not null then id::text end, "firstName", "middleName", "lastName", '', '', 'SELF_REGISTERED', "createdAt"
        from given),
      seen as (
        insert into seen_users select ${project.id}, id, "seenAt" from given where "seenAt" is not null),
      members as (
        insert into user_environments (project_id, user_id, environment_id)
        select ${project.id}, g.id, e from given g, unnest(${environments}::uuid[]) with ordinality as _(e, nth)
        where nth - 1 = any(environments))
      insert into channel_identities (project_id, user_id, channel, external_id)
      select ${project.id}, g.id, channel, i.id from given g, json_to_recordset(identities) as i(channel channel, id text)`.execute(
      service.owner,
    );
    const lines = users.map((each) => {
      const ids = each.identities.map(({ channel, id }) => `${channel}:${id}`).sort((a, b) => (a < b ? 1 : -1));
      const cells = [
        ...[each.phoneNumber, each.email, each.firstName, each.middleName, each.lastName],
        ...[each.environments.map((at) => names[at]).join(';'), ids.join(';')],
        ...['SELF_REGISTERED', each.createdAt.toISOString(), each.seenAt, each.id],
      ];
      return `${cells.map((told) => tellCell(told ?? '')).join(',')}\r\n`;
    });
    const { body } = await get(`/projects/${project.id}/users.csv`, await service.secretFor('VIEWER', project.id));
    expect(body.toString()).toBe(`\ufeff${HEADER}\r\n${lines.join('')}`);
  });
});

describe('a large export', () => {
  const COUNT = 3000;
  let project: Project;
  let secret: string;

  beforeAll(async () => {
    project = await service.project();
    secret = await service.secretFor('VIEWER', project.id);
    await sql`with made as (
        insert into users (project_id, id, first_name, last_name, phone_number, phone_key, search_text, name_key, creation_source)
        select ${project.id}::uuid, gen_random_uuid(), 'Ana ' || n, 'Lima', '+1555' || (1000000 + n), '1555' || (1000000 + n),
          'ana ' || n, 'ana ' || n, 'INVITED' from generate_series(1, ${COUNT}::int) n returning id
      ) insert into user_environments (project_id, environment_id, user_id)
        select ${project.id}::uuid, ${project.production}::uuid, id from made`.execute(service.owner);
  });

  it('has every user once, also those whom only few steps find', async () => {
    expect(new Set((await exported(project)).map(({ id }) => id)).size).toBe(COUNT);
    expect(namesIn(await exported(project, '?search=ana%202345'))).toEqual(['Ana 2345']);
  });

  it('stops reading when its caller goes away', async () => {
    const { hostname, port } = new URL(service.url);
    const path = `/projects/${project.id}/users.csv`;
    const other = async () => {
      for (let asked = 0; asked < 30; asked += 1) await project.viewer('{ viewer { role } }');
    };
    const whole = await service.countStatements(() => exported(project));
    const others = await service.countStatements(other);
    const brokenOff = await service.countStatements(async () => {
      const socket = connect(Number(port), hostname);
      await service.owner.transaction().execute(async (tx) => {
        await sql`lock table channel_identities`.execute(tx);
        socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${secret}\r\n\r\n`);
        // The header comes before the first users are read, who are waited for.
        await once(socket, 'data');
        socket.destroy();
      });
      await other();
    });
    expect(brokenOff - others).toBeLessThan(whole - 3);
  });

  it('ends with a broken connection when the database fails, so that the file does not look whole', async () => {
    await sql`alter table channel_identities rename column channel to hidden`.execute(service.owner);
    try {
      const headers = { authorization: `Bearer ${secret}` };
      const response = await fetch(new URL(`/projects/${project.id}/users.csv`, service.url), { headers });
      expect(response.status).toBe(200);
      await expect(response.text()).rejects.toThrow();
    } finally {
      await sql`alter table channel_identities rename column hidden to channel`.execute(service.owner);
    }
  });
});

describe('GET /users/<id>.json', () => {
  it('answers all that is kept of a person, and is in the trail', async () => {
    const project = await service.project();
    const ana = await project.user({ firstName: 'Ana', email: 'ana@example.com' });
    await project.administrator(LINK_IDENTITY, {
      input: { userId: ana.id, channel: 'TELEGRAM', externalId: '123456789' },
    });
    const { data } = await project.administrator(CREATE_INVITATION, { input: { userId: ana.id, channel: 'TELEGRAM' } });
    await project.administrator(BLOCK_SENDER, { input: { projectId: project.id, userId: ana.id, note: 'spam' } });
    const secret = await service.secretFor('VIEWER', project.id);
    const { status, headers, body } = await get(`/users/${ana.id}.json`, secret);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(JSON.parse(body.toString())).toMatchObject({
      ...{
        id: ana.id,
        projectId: project.id,
        firstName: 'Ana',
        email: 'ana@example.com',
        phoneNumber: ana.phoneNumber,
      },
      ...{ creationSource: 'INVITED', version: 2, lastSeenAt: null },
      channelIdentities: [{ channel: 'TELEGRAM', externalId: '123456789', linkedBy: 'OWNER' }],
      access: [{ environment: { id: project.development, name: 'Development' }, lastSeenAt: null, expiresAt: null }],
      accessRequests: [],
      invitations: [{ channel: 'TELEGRAM', status: 'PENDING' }],
      blocks: expect.arrayContaining([expect.objectContaining({ phoneNumber: ana.phoneNumber, note: 'spam' })]),
      auditEvents: expect.arrayContaining([
        expect.objectContaining({ action: 'USER_CREATED' }),
        expect.objectContaining({ action: 'USER_EXPORTED', actorName: 'VIEWER' }),
      ]),
    });
    const [identity] = JSON.parse(body.toString()).channelIdentities;
    expect(Object.keys(identity)).toEqual(['id', 'channel', 'externalId', 'linkedAt', 'linkedBy']);
    const { code } = data.createInvitation;
    expect(body.toString()).not.toMatch(new RegExp(`hash|secret|Key"|${code}`, 'i'));
    expect((await project.trail(ana.id))[0]).toMatchObject({ action: 'USER_EXPORTED' });
  });

  it('is for readers: 401, 403 for a GATEWAY, 404 alike', async () => {
    const [project, other] = [await service.project(), await service.project()];
    const { id } = await project.user();
    const secret = await service.secretFor('VIEWER', other.id);
    expect((await get(`/users/${id}.json`, null)).status).toBe(401);
    expect((await get(`/users/${id}.json`, await service.secretFor('GATEWAY', project.id))).status).toBe(403);
    const missing = await get('/users/00000000-0000-4000-8000-000000000000.json', secret);
    expect(await get(`/users/${id}.json`, secret)).toMatchObject({ status: 404, body: missing.body });
  });
});
