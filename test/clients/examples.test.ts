import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { App, LogLevel } from '@slack/bolt';
import { createGateway, type Gateway } from '@users-management/gateway';
import { Bot, webhookCallback } from 'grammy';
import type { CreateUserInput } from '../../src/graphql/generated/types.ts';
import { BLOCK_SENDER, CREATE_INVITATION } from '../support/documents.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';
import { onlyAdmitted as onlyAdmittedOnSlack } from './examples/slack-bolt.ts';
import { onlyAdmitted as onlyAdmittedOnTelegram } from './examples/telegram-grammy.ts';
import { createWebhook } from './examples/whatsapp-cloud-api.ts';

type Case = { rule: string; payload: object; expected: unknown };
const casesOf = (channel: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../gateway/payloads/${channel}.json`, import.meta.url), 'utf8'));
const NOBODY = (channel: string) => casesOf(channel).filter(({ expected }) => JSON.stringify(expected ?? []) === '[]');

/** An assistant behind an example: it repeats what it is told. */
type Assistant = {
  /** Takes a payload as the channel sends it, and gives the status of the answer. */
  take(payload: object, secret?: string): Promise<number>;
  /** What was said to people since the last time. */
  said(): string[];
  close(): unknown;
};

type Channel = {
  name: string;
  start(gateway: Gateway): Promise<Assistant>;
  /** What the channel sends when the n-th person writes. */
  write(n: number, text: string): object;
  /** The same from somebody who is no user's number or address. */
  writeAsStranger(n: number, text: string): object;
  /** What the owner knows of the n-th person. */
  known(n: number): Partial<CreateUserInput>;
};

const welcome = 'Welcome!';
const closed = (server: Server) => new Promise((resolve) => server.close(resolve));
async function listen(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
/** The channel's payload of that rule, with other words in it. */
function payloadOf(channel: string, ruled: string, words: Record<string, string>): object {
  const payload = JSON.stringify(casesOf(channel).find(({ rule }) => rule === ruled)?.payload);
  return JSON.parse(Object.entries(words).reduce((whole, [from, to]) => whole.replaceAll(from, to), payload));
}

const META = { appSecret: 'the-app-secret', verifyToken: 'the-verify-token' };
const signature = (body: string, secret = META.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const whatsApp = {
  name: 'WhatsApp',
  async start(gateway: Gateway): Promise<Assistant & { url: string }> {
    const said: string[] = [];
    const server = createWebhook(gateway, META, async (message, isLinked) =>
      said.push(isLinked ? welcome : message.text),
    );
    const url = await listen(server);
    return {
      url,
      async take(payload, secret) {
        const body = JSON.stringify(payload);
        const headers = { 'x-hub-signature-256': signature(body, secret) };
        return (await fetch(url, { method: 'POST', headers, body })).status;
      },
      said: () => said.splice(0),
      close: () => closed(server),
    };
  },
  write: (n, words) =>
    payloadOf('whatsapp', 'a text names its sender by number and id', {
      '16505551234': `1650555${n}`,
      'US.13491208655302741918': `US.${n}`,
      'Does it come in another color?': words,
    }),
  writeAsStranger: (n, words) =>
    payloadOf('whatsapp', 'a sender who hides the number has the id alone', {
      'US.13491208655302741918': `US.${n}`,
      Hello: words,
    }),
  known: (n) => ({ phoneNumber: `+1650555${n}` }),
} satisfies Channel;

const telegram: Channel = {
  name: 'Telegram',
  async start(gateway) {
    const said: string[] = [];
    const me = { id: 42, is_bot: true, first_name: 'Bot', username: 'a_bot' } as never;
    const bot = new Bot('42:TOKEN', { botInfo: me });
    bot.api.config.use(async (_previous, _method, payload) => {
      said.push((payload as { text: string }).text);
      return { ok: true, result: true as never };
    });
    bot.use(onlyAdmittedOnTelegram(gateway));
    bot.on('message', (ctx) => ctx.reply(ctx.message.text ?? ''));
    // The example for WhatsApp captures rejections, so what throws is answered with 500.
    const server = createServer(webhookCallback(bot, 'http'));
    const url = await listen(server);
    return {
      take: async (payload) => (await fetch(url, { method: 'POST', body: JSON.stringify(payload) })).status,
      said: () => said.splice(0),
      close: () => closed(server),
    };
  },
  write: (n, words) =>
    payloadOf('telegram', 'a text in a private chat names its sender', { '1111111': `1111${n}`, Hello: words }),
  writeAsStranger: (n, words) => telegram.write(n, words),
  known: (n) => ({ channelIdentities: [{ channel: 'TELEGRAM', externalId: `1111${n}` }] }),
};

const slack: Channel = {
  name: 'Slack',
  async start(gateway) {
    const said: string[] = [];
    // What Slack's own API answers to an app.
    const api = createServer(async (request, response) => {
      const asked = new URLSearchParams(await text(request));
      if (request.url === '/chat.postMessage') said.push(String(asked.get('text')));
      const user = {
        id: asked.get('user'),
        team_id: 'T123ABC456',
        profile: { email: `${asked.get('user')}@example.com` },
      };
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ ok: true, user, user_id: 'U0BOT' }));
    });
    const slackApiUrl = await listen(api);
    const app = new App({
      token: 'xoxb-token',
      signingSecret: 'the-signing-secret',
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl },
      processBeforeResponse: true,
    });
    const admitted = onlyAdmittedOnSlack(gateway);
    app.message(admitted, async ({ message, say }) => {
      await say('text' in message ? String(message.text) : '');
    });
    app.event('app_mention', admitted, async ({ event, say }) => {
      await say(event.text);
    });
    const server = (await app.start(0)) as Server;
    return {
      async take(payload, secret = 'the-signing-secret') {
        const timestamp = String(Math.floor(Date.now() / 1000));
        // Slack sends no event alone.
        const isEvent = 'type' in payload && payload.type !== 'event_callback' && payload.type !== 'url_verification';
        const body = JSON.stringify(
          isEvent ? { type: 'event_callback', team_id: 'T123ABC456', event: payload } : payload,
        );
        const signed = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
        const headers = {
          'content-type': 'application/json',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': `v0=${signed}`,
        };
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
        return (await fetch(url, { method: 'POST', headers, body })).status;
      },
      said: () => said.splice(0),
      close: async () => Promise.all([app.stop(), closed(api)]),
    };
  },
  write: (n, words) =>
    payloadOf('slack', 'the whole request names them as its event does', {
      U2147483697: `U${n}`,
      'Hello hello can you hear me?': words,
    }),
  writeAsStranger: (n, words) => slack.write(n, words),
  known: (n) => ({ email: `u${n}@example.com` }),
};

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
    await project.member(BLOCK_SENDER, { input: { projectId: project.id, userId: user.id } });
    for (const n of [stranger, invited, blocked, invited]) await assistant.take(channel.write(n, `I am ${n}`));
    expect(assistant.said()).toEqual([`I am ${invited}`, `I am ${invited}`]);
  });

  test('redeems a code instead of passing it on, and answers its sender from then on', async () => {
    const { id } = await invite();
    const { code } = (await project.member(CREATE_INVITATION, { input: { userId: id } })).data.createInvitation;
    const n = next();
    for (const words of ['Hello', `/start ${code}`, 'Hello again']) {
      await assistant.take(channel.writeAsStranger(n, words));
    }
    expect(assistant.said()).toEqual([welcome, 'Hello again']);
  });

  test('passes on what only looks like a code', async () => {
    const n = next();
    await invite(channel.known(n));
    const words = 'um-AbCdEfGhIjKlMnOpQrSt_-';
    for (const who of [n, next()]) await assistant.take(channel.write(who, words));
    expect(assistant.said()).toEqual([words]);
  });

  test('says nothing where nobody wrote', async () => {
    for (const { payload } of NOBODY(channel.name.toLowerCase())) await assistant.take(payload);
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
    const mention = payloadOf('slack', 'a mention names who mentions the app', { U2147483697: `U${who}` });
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
