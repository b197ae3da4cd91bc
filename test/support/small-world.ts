import pg from 'pg';
import * as documents from './documents.ts';
import type { Pools } from './random-values.ts';
import { type Project, startService } from './service.ts';

/** A database with a few of everything, which nobody is connected to, to be cloned; keys to it, and what there is to ask for. */
export type World = { database: string; keys: Record<'administrator' | 'viewer' | 'gateway', string>; pools: Pools };

export async function makeWorld(): Promise<World> {
  const service = await startService();
  const project = await service.project('Mine');
  const other = await service.project('Theirs');
  await populate(project);
  await other.user({ phoneNumber: '+5511987654321' });
  const keys = {
    administrator: await service.secretFor('ADMINISTRATOR'),
    viewer: await service.secretFor('VIEWER', project.id),
    gateway: await service.secretFor('GATEWAY', project.id),
  };
  const owner = new pg.Client({ connectionString: service.connectionString });
  await owner.connect();
  await ageAll(owner);
  const pools = { ids: await listIds(owner), texts: await listTexts(project) };
  await service.close();
  // They were used lately, so no request makes a note of it.
  await owner.query(`update access_keys set last_used_at = '2999-01-01'`);
  await owner.end();
  return { database: service.connectionString, keys, pools };
}

async function populate(project: Project): Promise<void> {
  const { development, staging, production, id } = project;
  const ana = await project.user({ phoneNumber: '+1 555-123-4567', email: 'ana@example.com', middleName: 'Zoë' });
  await project.user({ firstName: 'Bill', environmentIds: [staging, production], email: 'bill@example.com' });
  await project.user({ firstName: '李', lastName: '明', environmentIds: [production] });
  await project.member(documents.UPDATE_USER, { input: { id: ana.id, environmentIds: [development, production] } });
  await project.member(documents.CREATE_INVITATION, { input: { userId: ana.id, channel: 'TELEGRAM' } });
  await project.administrator(documents.UPDATE_PROJECT, {
    input: { id, telegramBot: 'ana_bot', whatsAppNumber: '+447911123456' },
  });
  const gone = await project.user();
  await project.member(documents.DELETE_USER, { input: { id: gone.id } });
  const senders = [
    { channel: 'TELEGRAM', externalId: '123456789' },
    { channel: 'SLACK', externalId: 'T1:U1' },
    { channel: 'WHATSAPP', externalId: 'US.13491208655302741918', phoneNumber: '447911123456' },
  ];
  for (const [index, sender] of senders.entries()) {
    const input = { environmentId: production, sender, firstName: index === 0 ? undefined : 'Cleo' };
    await project.gateway(documents.SELF_REGISTER, { input });
  }
  await knock(project);
  const key = { projectId: id, name: 'Bound', role: 'GATEWAY', environmentIds: [production] };
  const { data } = await project.administrator(documents.CREATE_ACCESS_KEY, { input: key });
  const old = await project.administrator(documents.CREATE_ACCESS_KEY, { input: { ...key, environmentIds: [] } });
  await project.administrator(documents.REVOKE_ACCESS_KEY, { input: { id: old.data.createAccessKey.accessKey?.id } });
  if (!data.createAccessKey.accessKey) throw new Error('No key.');
  for (const subject of ['auth0|1', 'auth0|2']) {
    const input = { projectId: id, subject, name: 'Dora', role: 'MEMBER' };
    await project.administrator(documents.ADD_PROJECT_MEMBER, { input });
  }
}

/** One who waits, one who was let in, one who was dismissed, and one who is kept out. */
async function knock({ id, staging, administrator, member, gateway, viewer }: Project): Promise<void> {
  await administrator(documents.UPDATE_ENVIRONMENT, { input: { id: staging, selfRegistration: 'APPROVAL' } });
  for (const externalId of ['7001', '7002', '7003']) {
    const sender = { channel: 'TELEGRAM', externalId };
    await gateway(documents.SELF_REGISTER, {
      input: { environmentId: staging, sender, firstName: 'Ana', lastName: 'Lima' },
    });
  }
  const { data } = await viewer(documents.LIST_REQUESTS, { id });
  const [, dismissed, approved] = data.project?.accessRequests.nodes ?? [];
  await member(documents.DISMISS_REQUEST, { input: { id: dismissed?.id } });
  await member(documents.APPROVE_REQUEST, { input: { id: approved?.id } });
  const sender = { channel: 'TELEGRAM', externalId: '7004', phoneNumber: '+12025550100' };
  await member(documents.BLOCK_SENDER, { input: { projectId: id, sender, note: 'Spam' } });
}

/** The ids in each table, by the noun of its rows in the contract: `accesskey`. */
async function listIds(owner: pg.Client): Promise<Pools['ids']> {
  const ids = new Map<string, string[]>();
  for (const { name, columns } of await listTables(owner)) {
    if (!columns.includes('id')) continue;
    const { rows } = await owner.query(`select id::text from ${name} order by 1`);
    if (rows.length > 0)
      ids.set(
        name.replace(/ies$/, 'y').replace(/s$/, '').replaceAll('_', ''),
        rows.map(({ id }) => id),
      );
  }
  return ids;
}

async function listTexts(project: Project): Promise<Pools['texts']> {
  const { data } = await project.viewer(documents.LIST_USERS, { id: project.id, first: 20 });
  const { data: trail } = await project.viewer(documents.READ_TRAIL, { id: project.id, first: 5 });
  const users = data.project?.users.edges ?? [];
  const events = trail.project?.auditEvents.edges ?? [];
  const cursorsOf = (edges: { cursor: string }[]) => [...edges.map(({ cursor }) => cursor), 'x'];
  const names = ['Ana', 'Zoë', 'O’Neil', '  Ana ', 'User', 'Query', 'Channel', 'UserFilter'];
  const phoneNumbers = users.flatMap(({ node }) => node.phoneNumber ?? []);
  return new Map([
    ['Project.auditEvents.after', cursorsOf(events)],
    ['Project.auditEvents.before', cursorsOf(events)],
    [
      'Query.explainAccess.sender',
      [...phoneNumbers, '15551234567', '07911 123456', '7001', 'T1:U1', 'ana@example.com'],
    ],
    ['after', cursorsOf(users)],
    ['before', cursorsOf(users)],
    ['name', names],
    ['firstName', names],
    ['middleName', names],
    ['lastName', names],
    ['email', ['ana@example.com', 'new@example.com', 'bill@EXAMPLE.com', 'nobody']],
    ['phoneNumber', [...phoneNumbers, '15551234567', '+1 202-555-0123', '+44 20 7946 0958', '555']],
    ['externalId', ['123456789', 'T1:U1', 'US.13491208655302741918', '42', 'T2:U2']],
    ['code', ['um-0123456789abcdefghijkl', '']],
    ['telegramBot', ['@shop_bot', 'https://t.me/ShopBot', 'shop']],
    ['whatsAppNumber', ['+1 202-555-0199', '555']],
    ['search', ['ana', 'li', '555', 'example', 'ana 555', 'zzz', '明']],
    ['subject', ['auth0|1', 'auth0|3', 'ü']],
    ['idempotencyKey', ['12345678', 'another key', 'short']],
  ]);
}

/** Everything happened a month ago, so that what happens in a test can be told from it; but approvals are told of for a week only. */
async function ageAll(owner: pg.Client): Promise<void> {
  const tables = await listTables(owner);
  const age = tables.flatMap(({ name, times }) =>
    times
      .filter((column) => column !== 'decided_at')
      .map((column) => `update ${name} set ${column} = ${column} - interval '30 days';`),
  );
  await owner.query(`begin; set local session_replication_role = replica; ${age.join('')} commit`);
}

type Table = { name: string; columns: string[]; times: string[] };

/** Of what the service keeps, with the columns that are not computed, and those of them that are times. */
export async function listTables(owner: pg.Client): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select t.tablename as name, array_agg(c.column_name::text) as columns,
      coalesce(array_agg(c.column_name::text) filter (where c.data_type like 'timestamp%'), '{}') as times
    from pg_tables t join information_schema.columns c on c.table_schema = t.schemaname and c.table_name = t.tablename
    where t.schemaname = 'public' and t.tablename not like 'kysely%' and c.is_generated = 'NEVER'
    group by 1 order by 1`);
  return rows;
}
