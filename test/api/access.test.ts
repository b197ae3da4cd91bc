import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let project: Project;

beforeAll(async () => {
  service = await startService();
  project = await service.project();
});
afterAll(() => service.close());

const CHECK = `query ($environmentId: ID!, $sender: SenderInput!) {
  checkAccess(environmentId: $environmentId, sender: $sender) { allowed reason user { id } selfRegistration } }`;
const REGISTER = `mutation ($input: SelfRegisterUserInput!) {
  selfRegisterUser(input: $input) { user { id fullName creationSource } outcome userErrors { code } } }`;

async function check(sender: object, environmentId = project.production) {
  return (await project.gateway(CHECK, { environmentId, sender })).data.checkAccess;
}
async function register(sender: object, environmentId = project.production) {
  return (await project.gateway(REGISTER, { input: { environmentId, sender } })).data.selfRegisterUser;
}

test('a newcomer registers where it is open, is let in there and nowhere else', async () => {
  const sender = { channel: 'WHATSAPP', phoneNumber: '5511987654321' };
  expect(await check(sender)).toMatchObject({ allowed: false, reason: 'UNKNOWN_SENDER', selfRegistration: 'OPEN' });
  const { user, outcome } = await register(sender);
  expect(outcome).toBe('CREATED');
  expect(user.creationSource).toBe('SELF_REGISTERED');
  expect(await check({ channel: 'WHATSAPP', phoneNumber: '551187654321' })).toMatchObject({
    reason: 'ALLOWED',
    user: { id: user.id },
  });
  expect(await check(sender, project.staging)).toMatchObject({ allowed: false, reason: 'NOT_IN_ENVIRONMENT' });
  expect((await register(sender)).outcome).toBe('ALREADY_REGISTERED');
  expect((await register(sender, project.staging)).userErrors).toEqual([{ code: 'SELF_REGISTRATION_CLOSED' }]);
  expect((await register({ ...sender, externalId: 'BR.123' })).outcome).toBe('LINKED_TO_EXISTING');
  expect(await check({ channel: 'WHATSAPP', externalId: 'BR.123' })).toMatchObject({ allowed: true });
});

test('webhooks that arrive at once register one user', async () => {
  for (const sender of [
    { channel: 'TELEGRAM', externalId: '777000' },
    { channel: 'WHATSAPP', phoneNumber: '4915112345678', externalId: 'DE.9' },
  ]) {
    const answers = await Promise.all(Array.from({ length: 8 }, () => register(sender)));
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
    expect(new Set(answers.map((answer) => answer.user.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.outcome === 'CREATED')).toHaveLength(1);
  }
});

test('it fails closed: conflicts, invalid senders and unknown environments are a no with its reason', async () => {
  await register({ channel: 'SLACK', externalId: 'T012:U034' });
  expect(await check({ channel: 'SLACK', externalId: 'T012:U034', phoneNumber: '+5511987654321' })).toMatchObject({
    allowed: false,
    reason: 'IDENTITY_CONFLICT',
  });
  expect(await check({ channel: 'TELEGRAM', externalId: '@ana' })).toMatchObject({ reason: 'INVALID_SENDER' });
  const other = await service.project('Other');
  expect(await check({ channel: 'TELEGRAM', externalId: '777000' }, other.production)).toEqual({
    allowed: false,
    reason: 'UNKNOWN_ENVIRONMENT',
    user: null,
    selfRegistration: 'CLOSED',
  });
});

test('a gateway reads nothing but decisions, and only a gateway registers', async () => {
  expect((await project.gateway('{ viewer { name } }')).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await project.viewer('{ __schema { types { name } } }')).errors).toBeUndefined();
  expect((await project.gateway('{ __schema { types { name } } }')).errors).toBeDefined();
  const input = { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId: '5' } };
  expect((await project.administrator(REGISTER, { input })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
