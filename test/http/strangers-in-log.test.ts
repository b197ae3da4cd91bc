import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connect } from '../../src/database/engine/connection.ts';
import { createAccessKey } from '../../src/domain/access-keys.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { createDatabase } from '../support/database.ts';
import * as documents from '../support/documents.ts';
import { until } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import { type Call, caller } from '../support/service.ts';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

const PHONE = '12025550133';
const ID = 'US.Kanari9';
const SECRETS = [PHONE, '5550133', 'Kanari', 'Vogelsang', 'Geheimnis'];

let service: ServiceProcess;
let database: string;
let projectId: string;
let owner: Call;
let gateway: Call;

beforeAll(async () => {
  database = await createDatabase();
  const db = connect(database);
  const operator = { actor: OPERATOR, db };
  projectId = (await createProject(operator, { name: 'Shop' })).id;
  const { secret: key } = await createAccessKey(operator, { name: 'Owner', role: 'ADMINISTRATOR' });
  const { secret: gatewayKey } = await createAccessKey(operator, { name: 'Gateway', role: 'GATEWAY', projectId });
  await db.destroy();
  service = await startProcess({ DATABASE_URL: database });
  [owner, gateway] = [caller(service.url, key), caller(service.url, gatewayKey)];
});
afterAll(async () => {
  service.child.kill('SIGTERM');
  await service.exit();
});

test('nothing of a stranger is in the log, the metrics or the trail, whatever is done about them', async () => {
  const { data } = await owner(documents.READ_PROJECT, { id: projectId });
  const [open, closed] = [data.project?.environments[0]?.id, data.project?.environments[1]?.id];
  await owner(documents.UPDATE_ENVIRONMENT, { input: { id: open, selfRegistration: 'APPROVAL' } });
  const sender = { channel: 'WHATSAPP', phoneNumber: PHONE, externalId: ID };
  const profile = { firstName: 'Kanari', lastName: 'Vogelsang', email: 'kanari@vogelsang.example' };
  const register = async (input: object) => (await gateway(documents.SELF_REGISTER, { input })).data?.selfRegisterUser;
  expect((await register({ environmentId: open, sender, ...profile }))?.outcome).toBe('REQUESTED');
  await register({ environmentId: open, sender, ...profile, email: 'Geheimnis' });
  await register({ environmentId: open, sender: { ...sender, externalId: '@Kanari' } });
  await register({ environmentId: open, sender, firstName: { Kanari: PHONE } });
  await gateway(documents.CHECK_ACCESS, { environmentId: closed, sender });
  await gateway(documents.CHECK_ACCESS_BATCH, {
    environmentId: closed,
    senders: [sender, { ...sender, phoneNumber: 'Kanari' }],
  });
  const list = async () => {
    const answer = await owner(documents.LIST_REQUESTS, { id: projectId, search: ID, status: null });
    return answer.data.project?.accessRequests.nodes ?? [];
  };
  // What is gathered in memory is written.
  const requests = await until(list, (found) => found.some(({ attempts }) => attempts === 2));
  expect(requests).toHaveLength(2);
  // The newest attempt, at the closed environment, comes first.
  const [there, here] = requests;
  expect(
    (await owner(documents.DISMISS_REQUEST, { input: { id: here?.id } })).data.dismissAccessRequest.userErrors,
  ).toEqual([]);
  const blocking = { projectId, accessRequestId: there?.id, note: 'Geheimnis' };
  const { blockedSenders } = (await owner(documents.BLOCK_SENDER, { input: blocking })).data.blockSender;
  expect(blockedSenders).toHaveLength(2);
  await gateway(documents.CHECK_ACCESS, { environmentId: closed, sender });
  await owner(documents.LIST_BLOCKS, { id: projectId, search: 'Geheimnis' });
  for (const { id } of blockedSenders) await owner(documents.UNBLOCK_SENDER, { input: { id } });
  expect(
    (await owner(documents.APPROVE_REQUEST, { input: { id: here?.id, email: 'Geheimnis' } })).data.approveAccessRequest
      .user,
  ).toBeNull();
  const approved = await owner(documents.APPROVE_REQUEST, { input: { id: here?.id } });
  expect(approved.data.approveAccessRequest.outcome).toBe('CREATED');
  await gateway(documents.READ_APPROVALS, { id: here?.environment.id });
  const last = await fetch(new URL('/nowhere', service.url));
  await service.wrote(last.headers.get('x-correlation-id') ?? 'none');

  const tables = connect(database);
  const trail = (await dumpRows(tables)).filter((row) => row.startsWith('audit_events '));
  await tables.destroy();
  expect(trail.length).toBeGreaterThanOrEqual(7);
  const metrics = await (await fetch(service.metricsUrl)).text();
  expect(metrics).toMatch(/^access_decisions_total\{reason="BLOCKED"\} 1$/m);
  expect(metrics).toMatch(/^access_attempts_unnoted_total \d/m);
  const written = [service.output(), metrics, ...trail].join('\n').toLowerCase();
  for (const secret of [...SECRETS, ID]) expect(written).not.toContain(secret.toLowerCase());
});
