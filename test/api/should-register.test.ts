import { beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { SelfRegistrationMode, SenderInput } from '../../src/graphql/generated/types.ts';
import { createDoor, type Door, telegram, whatsApp } from '../support/door.ts';
import { dumpRows } from '../support/dump.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let door: Door;

beforeAll(async () => {
  project = await service.project();
  door = createDoor(project);
});

/** Has asked to be let in, whatever the mode is afterwards. */
async function asked(sender: SenderInput) {
  await door.setMode('APPROVAL');
  expect((await door.register(sender)).outcome).toBe('REQUESTED');
  return sender;
}
async function request({ externalId }: SenderInput) {
  return (await door.list({ search: externalId }))[0]?.id;
}

const SENDERS: [string, () => Promise<SenderInput>][] = [
  ['a stranger', async () => whatsApp()],
  ['a stranger who waits', () => asked(telegram())],
  [
    'a stranger who was dismissed',
    async () => {
      const sender = await asked(telegram());
      await door.dismiss(await request(sender));
      return sender;
    },
  ],
  [
    'a member with a new id',
    async () => whatsApp(String((await project.user({ environmentIds: [project.staging] })).phoneNumber)),
  ],
  [
    'a member without an id',
    async () => ({
      ...whatsApp(String((await project.user({ environmentIds: [project.staging] })).phoneNumber)),
      externalId: null,
    }),
  ],
  ['a user who is no member, with a new id', async () => whatsApp(String((await project.user()).phoneNumber))],
  [
    'a user who is no member, with an id that is linked',
    async () => {
      const sender = telegram();
      await door.link((await project.user()).id, sender);
      return sender;
    },
  ],
  ['a user who is no member and waits', async () => asked(whatsApp(String((await project.user()).phoneNumber)))],
  [
    'a user who is no member, waits, and writes with another new id',
    async () => {
      const { phoneNumber } = await project.user();
      await asked({ channel: 'WHATSAPP', phoneNumber });
      return { ...telegram(), phoneNumber };
    },
  ],
  [
    'two users',
    async () => {
      const sender = { ...telegram(), phoneNumber: (await project.user()).phoneNumber };
      await door.link((await project.user()).id, sender);
      return sender;
    },
  ],
  [
    'somebody who is blocked',
    async () => {
      const sender = whatsApp();
      await door.block({ sender: { ...sender, phoneNumber: null } });
      return sender;
    },
  ],
  ['nobody', async () => ({ channel: 'TELEGRAM', externalId: '777000' })],
];

/** All that registering may change, attempts aside. */
async function dump() {
  const { rows } = await sql<{ id: string }>`select id, status, is_asked from access_requests order by id`.execute(
    service.owner,
  );
  const people = await dumpRows(service.owner);
  return [rows, people.filter((row) => /^(users|channel_identities|user_environments) /.test(row))];
}

describe.each<SelfRegistrationMode>(['OPEN', 'APPROVAL', 'CLOSED'])(
  'shouldRegister is true exactly when registering changes something: %s',
  (mode) => {
    test.each(SENDERS)('%s', async (_name, createSender) => {
      const sender = await createSender();
      await door.setMode(mode);
      // What a viewer asks is no attempt.
      const { shouldRegister } = await door.check(sender, project.staging, project.viewer);
      const before = await dump();
      const { decision } = await door.register(sender);
      expect(JSON.stringify(await dump()) !== JSON.stringify(before)).toBe(shouldRegister);
      expect(decision?.shouldRegister ?? false).toBe(false);
    });
  },
);
