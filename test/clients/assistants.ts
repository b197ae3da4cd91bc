import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { App, LogLevel } from '@slack/bolt';
import type { Gateway } from '@users-management/gateway';
import { Bot, webhookCallback } from 'grammy';
import type { CreateUserInput } from '../../src/graphql/generated/types.ts';
import { onlyAdmitted as onlyAdmittedOnSlack } from './examples/slack-bolt.ts';
import { onlyAdmitted as onlyAdmittedOnTelegram } from './examples/telegram-grammy.ts';
import { createWebhook } from './examples/whatsapp-cloud-api.ts';

type Case = { rule: string; payload: object; expected: unknown };
const casesOf = (channel: string): Case[] =>
  JSON.parse(readFileSync(new URL(`../gateway/payloads/${channel}.json`, import.meta.url), 'utf8'));
export const payloadsOfNobody = (channel: string) =>
  casesOf(channel).filter(({ expected }) => JSON.stringify(expected ?? []) === '[]');

/** An assistant behind an example: it repeats what it is told. */
export type Assistant = {
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

export const WELCOME = 'Welcome!';
const closed = (server: Server) => new Promise((resolve) => server.close(resolve));
async function listen(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
/** The channel's payload of that rule, with other words in it. */
export function payloadOf(channel: string, ruled: string, words: Record<string, string>): object {
  const payload = JSON.stringify(casesOf(channel).find(({ rule }) => rule === ruled)?.payload);
  return JSON.parse(Object.entries(words).reduce((whole, [from, to]) => whole.replaceAll(from, to), payload));
}

export const META = { appSecret: 'the-app-secret', verifyToken: 'the-verify-token' };
export const signature = (body: string, secret = META.appSecret) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export const whatsApp = {
  name: 'WhatsApp',
  async start(gateway: Gateway): Promise<Assistant & { url: string }> {
    const said: string[] = [];
    const server = createWebhook(gateway, META, async (message, isLinked) =>
      said.push(isLinked ? WELCOME : message.text),
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

export const telegram: Channel = {
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

export const slack: Channel = {
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
