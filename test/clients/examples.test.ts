import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createGateway, type Gateway } from '@users-management/gateway';
import type { CreateUserInput } from '../../src/graphql/generated/types.ts';
import { createDoor } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';
import {
  type Assistant,
  META,
  payloadOf,
  payloadsOfNobody,
  signature,
  slack,
  telegram,
  WELCOME,
  whatsApp,
} from './assistants.ts';

const service = useService();
let project: Project;
let gateway: Gateway;
beforeAll(async () => {
  project = await service.project();
  // Self-registration is closed there.
  const key = await service.secretFor('GATEWAY', project.id);
  gateway = createGateway({ url: service.url, key, environmentId: project.staging });
});

let people = 1000;
const next = () => ++people;
const invite = (known: Partial<CreateUserInput> = {}) => project.user({ environmentIds: [project.staging], ...known });

describe.each([whatsApp, telegram, slack])('the example for $name', (channel) => {
  let assistant: Assistant;
  beforeAll(async () => {
    assistant = await channel.start(gateway);
  });
  afterAll(async () => {
    await assistant.close();
  });

  test('answers whoever is on the list, and says nothing to strangers and the blocked', async () => {
    const [invited, stranger, blocked] = [next(), next(), next()];
    await invite(channel.known(invited));
    const user = await invite(channel.known(blocked));
    await createDoor(project).block({ userId: user.id });
    for (const n of [stranger, invited, blocked, invited]) await assistant.take(channel.write(n, `I am ${n}`));
    expect(assistant.said()).toEqual([`I am ${invited}`, `I am ${invited}`]);
  });

  test('redeems a code instead of passing it on, and answers its sender from then on', async () => {
    const { id } = await invite();
    const code = await createDoor(project).invitationCode(id);
    const n = next();
    for (const words of ['Hello', `/start ${code}`, 'Hello again']) {
      await assistant.take(channel.writeAsStranger(n, words));
    }
    expect(assistant.said()).toEqual([WELCOME, 'Hello again']);
  });

  test('passes on what only looks like a code', async () => {
    const n = next();
    await invite(channel.known(n));
    const words = 'um-AbCdEfGhIjKlMnOpQrSt_-';
    for (const who of [n, next()]) await assistant.take(channel.write(who, words));
    expect(assistant.said()).toEqual([words]);
  });

  test('says nothing where nobody wrote', async () => {
    for (const { payload } of payloadsOfNobody(channel.name.toLowerCase())) await assistant.take(payload);
    expect(assistant.said()).toEqual([]);
  });

  test.each([
    ['the service does not answer', { url: 'http://127.0.0.1:9' }],
    ['the key is not good', { key: `umk_${'0'.repeat(32)}_${'A'.repeat(43)}` }],
    ['the environment is not there', { environmentId: '01a2b3c4-0000-7000-8000-000000000000' }],
  ])('says nothing while %s, and has the channel send the message again', async (_, trouble) => {
    const n = next();
    await invite(channel.known(n));
    const key = await service.secretFor('GATEWAY', project.id);
    const settings = { url: service.url, key, environmentId: project.staging, totalMs: 500, onError: () => {} };
    const waiting = await channel.start(createGateway({ ...settings, ...trouble }));
    expect(await waiting.take(channel.write(n, 'Hello'))).toBe(500);
    expect(waiting.said()).toEqual([]);
    await waiting.close();
  });
});

describe('the example for WhatsApp', () => {
  let assistant: Assistant & { url: string };
  beforeAll(async () => {
    assistant = await whatsApp.start(gateway);
  });
  afterAll(async () => {
    await assistant.close();
  });

  test('takes nothing that Meta did not sign, as it was sent', async () => {
    const n = next();
    await invite(whatsApp.known(n));
    expect(await assistant.take(whatsApp.write(n, 'Hello'), 'another-secret')).toBe(401);
    const body = JSON.stringify(whatsApp.write(n, 'Hello'));
    for (const given of [
      undefined,
      '',
      'sha256=',
      'é'.repeat(71),
      signature(body).slice(0, -1),
      signature(`${body} `),
    ]) {
      const headers: Record<string, string> = given === undefined ? {} : { 'x-hub-signature-256': given };
      expect((await fetch(assistant.url, { method: 'POST', headers, body })).status).toBe(401);
    }
    expect(assistant.said()).toEqual([]);
  });

  test('proves to Meta that it is the webhook, and to nobody else', async () => {
    const ask = (token: string) =>
      fetch(`${assistant.url}?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=${token}`);
    const answer = await ask(META.verifyToken);
    expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
    expect((await ask('another')).status).toBe(401);
  });

  test('follows a changed number', async () => {
    const [before, after] = [next(), next()];
    await invite(whatsApp.known(before));
    await assistant.take(whatsApp.write(before, 'before'));
    await assistant.take(
      payloadOf('whatsapp', 'a new number is told with both ids', {
        '16505551234': `1650555${before}`,
        'US.13491208655302741918': `US.${before}`,
        '12195555358': `1650555${after}`,
        'US.99999208655302741918': `US.${after}`,
      }),
    );
    await assistant.take(whatsApp.write(after, 'after'));
    expect(assistant.said()).toEqual(['before', 'after']);
  });
});

test('The example for Telegram knows the invited by the number that they share', async () => {
  const assistant = await telegram.start(gateway);
  await invite({ phoneNumber: '+12025550123' });
  const n = next();
  const shared = payloadOf('telegram', 'one’s own contact gives the number, without a +', { '1111111': `1111${n}` });
  for (const payload of [telegram.write(n, 'before'), shared, telegram.write(n, 'after')])
    await assistant.take(payload);
  expect(assistant.said()).toEqual(['', 'after']);
  await assistant.close();
});

test('The example for Slack answers a mention as it answers a message', async () => {
  const assistant = await slack.start(gateway);
  const n = next();
  await invite(slack.known(n));
  for (const who of [n, next()]) {
    const mention = payloadOf('slack', 'a mention names who mentions the app, and is public', {
      U2147483697: `U${who}`,
    });
    await assistant.take(mention);
  }
  expect(assistant.said()).toEqual(['<@U0LAN0Z89> is it everything a river should be?']);
  await assistant.close();
});

test('The example for Slack takes nothing that Slack did not sign', async () => {
  const assistant = await slack.start(gateway);
  const n = next();
  await invite(slack.known(n));
  expect(await assistant.take(slack.write(n, 'Hello'), 'another-secret')).toBe(401);
  expect(assistant.said()).toEqual([]);
  await assistant.close();
});
