// Each was found by the model (test/model), and is told here by its shortest history.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect, type Db } from '../../src/database/engine/connection.ts';
import type { SenderInput } from '../../src/graphql/generated/types.ts';
import { CHECK_ACCESS, CREATE_USER, REPLACE_SENDER, SELF_REGISTER, UPDATE_USER } from '../support/documents.ts';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let owner: Db;
let project: Project;

beforeAll(async () => {
  service = await startService();
  owner = connect(service.connectionString);
  project = await service.project();
});
afterAll(async () => {
  await owner.destroy();
  await service.close();
});

const whatsApp = (part: Omit<SenderInput, 'channel'>): SenderInput => ({ channel: 'WHATSAPP', ...part });

async function register(sender: SenderInput) {
  const input = { environmentId: project.production, sender };
  return (await project.gateway(SELF_REGISTER, { input })).data?.selfRegisterUser;
}

test('an id that stays while the number changes is linked once, though it was not linked before', async () => {
  const { id } = await project.user({ phoneNumber: '+15554100001' });
  const input = {
    environmentId: project.production,
    previous: whatsApp({ phoneNumber: '15554100001', externalId: 'US.4100' }),
    current: whatsApp({ phoneNumber: '15554100002', externalId: 'US.4100' }),
  };
  const { data } = await project.gateway(REPLACE_SENDER, { input });
  expect(data.replaceSender).toMatchObject({
    outcome: 'REPLACED',
    user: { id, phoneNumber: '+15554100002', channelIdentities: [{ externalId: 'US.4100' }] },
  });
});

test('an id speaks for its number, though its registration began before the number was anybody’s', async () => {
  for (let round = 0; ; round += 1) {
    const number = `1555420${1000 + round}`;
    const { registering, id } = await service.db.transaction().execute(async (tx) => {
      await sql`select from environments where id = ${project.production} for update`.execute(tx);
      const registering = register(whatsApp({ phoneNumber: number, externalId: `US.42${round}1` }));
      await isWaiting();
      return { registering, id: (await project.user({ phoneNumber: `+${number}` })).id };
    });
    const registered = await registering;
    // On a busy machine it did not wait so long.
    if (!registered) continue;
    expect(registered).toMatchObject({ outcome: 'ENVIRONMENT_ADDED', user: { id } });
    const sender = whatsApp({ phoneNumber: number, externalId: `US.42${round}2` });
    const { data } = await project.gateway(CHECK_ACCESS, { environmentId: project.production, sender });
    expect(data.checkAccess).toMatchObject({ allowed: false, reason: 'IDENTITY_CONFLICT' });
    return;
  }
});

async function isWaiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
    if (rows.length > 0) return;
  }
}

test('what is wrong with several ids of a form is told in their order', async () => {
  const taken = { channel: 'TELEGRAM', externalId: '4300001' } as const;
  const { id } = await project.user({ channelIdentities: [taken] });
  const input = project.form({ channelIdentities: [taken, { channel: 'TELEGRAM', externalId: '@ana' }] });
  const { data } = await project.member(CREATE_USER, { input });
  expect(data.createUser.userErrors).toMatchObject([
    { code: 'IDENTITY_TAKEN', field: ['channelIdentities', '0', 'externalId'], conflictingUser: { id } },
    { code: 'SENDER_INVALID', field: ['channelIdentities', '1', 'externalId'] },
  ]);
});

test('whose number may not be taken away is told so, and nothing of their e-mail address', async () => {
  const user = (await register(whatsApp({ phoneNumber: '15554400001', externalId: 'US.4400' })))?.user;
  const { data } = await project.member(UPDATE_USER, { input: { id: user?.id, phoneNumber: null, email: null } });
  expect(data.updateUser.userErrors).toMatchObject([{ code: 'PHONE_NUMBER_REQUIRED', field: ['phoneNumber'] }]);
});
