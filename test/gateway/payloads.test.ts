import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { codeIn } from '../../src/gateway/invitation-code.ts';
import type { Incoming } from '../../src/gateway/payload.ts';
import type { Profile, Sender } from '../../src/gateway/sender.ts';
import { senderOfSlack } from '../../src/gateway/slack.ts';
import { senderOfTelegram } from '../../src/gateway/telegram.ts';
import { sendersOfWhatsApp, type WhatsAppEvent } from '../../src/gateway/whatsapp.ts';
import { cases } from '../support/cases.ts';
import { CHECK_ACCESS_BATCH, REPLACE_SENDER, SELF_REGISTER } from '../support/documents.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// Payloads as the channels' own documentation and their users' reports have them.
type Case = { rule: string; payload: unknown; userInfo?: unknown; expected: unknown };
const casesOf = (channel: string): Case[] =>
  JSON.parse(readFileSync(new URL(`payloads/${channel}.json`, import.meta.url), 'utf8'));
const CASES = { whatsapp: casesOf('whatsapp'), telegram: casesOf('telegram'), slack: casesOf('slack') };

const READ = {
  whatsapp: ({ payload }: Omit<Case, 'rule' | 'expected'>) => sendersOfWhatsApp(payload),
  telegram: ({ payload }: Omit<Case, 'rule' | 'expected'>) => senderOfTelegram(payload),
  slack: ({ payload, userInfo }: Omit<Case, 'rule' | 'expected'>) => senderOfSlack(payload, userInfo),
};
const CHANNELS = ['whatsapp', 'telegram', 'slack'] as const;
const NOTHING = { whatsapp: [], telegram: null, slack: null };

function eventsOf(
  channel: (typeof CHANNELS)[number],
  each: Omit<Case, 'rule' | 'expected'>,
): (Incoming | WhatsAppEvent)[] {
  const read = READ[channel](each);
  return Array.isArray(read) ? read : read ? [read] : [];
}

describe('on WhatsApp', () => {
  test.each(CASES.whatsapp)('$rule', (each) => expect(READ.whatsapp(each)).toStrictEqual(each.expected));
});

describe('on Telegram', () => {
  test.each(CASES.telegram)('$rule', (each) => expect(READ.telegram(each)).toStrictEqual(each.expected));
});

describe('on Slack', () => {
  test.each(CASES.slack)('$rule', (each) => expect(READ.slack(each)).toStrictEqual(each.expected));
});

describe('a code', () => {
  const code = 'um-AbCdEfGhIjKlMnOpQrSt_-';
  test.each([code, `/start ${code}`, `Hello, ${code}!`, `(${code})`])('is found in "%s"', (text) => {
    expect(codeIn(text)).toBe(code);
  });
  test.each(['', 'Hello', 'um-', 'um-short', `${code}A`, `x${code}`, code.toUpperCase()])('is not in "%s"', (text) => {
    expect(codeIn(text)).toBeNull();
  });
});

describe('a payload that is none', () => {
  test('gives nothing on another channel', () => {
    for (const own of CHANNELS) {
      for (const other of CHANNELS.filter((channel) => channel !== own)) {
        for (const each of CASES[other]) expect(READ[own](each)).toStrictEqual(NOTHING[own]);
      }
    }
  });

  test('gives nothing when a part of it is missing that tells who wrote and where', () => {
    const [whatsApp, telegram, slack] = CHANNELS.map((channel) => CASES[channel][0]?.payload);
    for (const [path, read, payload] of [
      ['object', READ.whatsapp, whatsApp],
      ['entry', READ.whatsapp, whatsApp],
      ['entry.0.changes.0.field', READ.whatsapp, whatsApp],
      ['entry.0.changes.0.value', READ.whatsapp, whatsApp],
      ['entry.0.changes.0.value.messages', READ.whatsapp, whatsApp],
      ['entry.0.changes.0.value.messages.0.type', READ.whatsapp, whatsApp],
      ['message', READ.telegram, telegram],
      ['message.from', READ.telegram, telegram],
      ['message.from.id', READ.telegram, telegram],
      ['message.chat', READ.telegram, telegram],
      ['message.chat.type', READ.telegram, telegram],
      ['type', READ.slack, slack],
      ['team', READ.slack, slack],
      ['user', READ.slack, slack],
    ] as const) {
      const half = replaced(payload, path.split('.'), undefined);
      expect([path, read({ payload: half }) ?? []]).toEqual([path, []]);
    }
  });

  test('gives nothing by what it inherits', () => {
    for (const channel of CHANNELS) {
      const payload = Object.create(CASES[channel][0]?.payload as object);
      expect(READ[channel]({ payload })).toStrictEqual(NOTHING[channel]);
      const own = `{"__proto__":${JSON.stringify(CASES[channel][0]?.payload)}}`;
      expect(READ[channel]({ payload: JSON.parse(own) })).toStrictEqual(NOTHING[channel]);
    }
  });

  test('gives nothing when it defends itself', () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const refuses = () => {
      throw new Error('not to be read');
    };
    const endless: Record<string, unknown> = {};
    endless.type = endless.entry = endless.message = endless.event = endless.from = endless.chat = endless;
    const defended = [
      proxy,
      new Proxy([], { get: refuses }),
      new Proxy({}, { has: refuses, getOwnPropertyDescriptor: refuses }),
      endless,
    ];
    for (const payload of defended) {
      for (const channel of CHANNELS) {
        expect(READ[channel]({ payload, userInfo: payload })).toStrictEqual(NOTHING[channel]);
        const paths = pathsOf(CASES[channel][0]?.payload).filter((path) => path.length > 0);
        for (const path of paths)
          READ[channel]({ payload: replaced(CASES[channel][0]?.payload, path, payload), userInfo: payload });
      }
    }
  });

  test('of thousands of parts or of megabytes is read in passing', () => {
    const many = 10_000;
    const webhook = CASES.whatsapp[0]?.payload;
    const value = ['entry', '0', 'changes', '0', 'value'];
    const contacts = Array.from({ length: many }, (_, n) => ({
      wa_id: `1650555${n + 10_000}`,
      profile: { name: `N${n}` },
    }));
    const messages = contacts.map(({ wa_id }) => ({ from: wa_id, type: 'text', text: { body: 'x' } }));
    const events = sendersOfWhatsApp(
      replaced(replaced(webhook, [...value, 'contacts'], contacts), [...value, 'messages'], messages),
    );
    expect(events.length).toBe(many);
    expect(events.at(-1)).toMatchObject({ profile: { firstName: `N${many - 1}` } });

    const huge = 'm'.repeat(1_000_000);
    for (const channel of CHANNELS) {
      const each = CASES[channel].find(({ expected }) => expected !== null && expected !== NOTHING.whatsapp) as Case;
      for (const path of pathsOf(each.payload)) READ[channel]({ payload: replaced(each.payload, path, huge) });
    }
    const names = { id: 1111111, is_bot: false, first_name: huge, last_name: ` ${'e\u0301'.repeat(500_000)}` };
    expect(senderOfTelegram({ message: { from: names, chat: { type: 'private' } } })?.profile).toEqual({
      firstName: 'm'.repeat(100),
      lastName: 'e\u0301'.repeat(50),
    });
  });
});

describe('the service', () => {
  const service = useService();
  let project: Project;
  beforeAll(async () => {
    project = await service.project();
  });

  async function expectTaken(senders: Sender[]) {
    for (let start = 0; start < senders.length; start += 100) {
      const batch = senders.slice(start, start + 100);
      const { data } = await project.gateway(CHECK_ACCESS_BATCH, { environmentId: project.production, senders: batch });
      const refused = batch.filter((_, index) => data.checkAccessBatch[index]?.reason === 'INVALID_SENDER');
      expect(refused).toEqual([]);
    }
  }

  test('takes every sender, name and change that a payload gives', async () => {
    const given = CHANNELS.flatMap((channel) => CASES[channel].flatMap((each) => eventsOf(channel, each)));
    const read = given.flatMap((event) => ('sender' in event ? event : []));
    expect(read.length).toBeGreaterThan(40);
    await expectTaken(read.map(({ sender }) => sender));
    const longest = read.toSorted((a, b) => JSON.stringify(b.profile).length - JSON.stringify(a.profile).length);
    for (const { sender, profile } of longest.slice(0, 2)) {
      const input = { environmentId: project.production, sender, ...profile };
      const { userErrors } = (await project.gateway(SELF_REGISTER, { input })).data.selfRegisterUser;
      expect(userErrors).toEqual([]);
    }
    for (const event of given.flatMap((each) => ('previous' in each ? each : []))) {
      const { previous, current } = event;
      const input = { environmentId: project.staging, previous, current };
      expect((await project.gateway(REPLACE_SENDER, { input })).errors).toBeUndefined();
    }
  });

  test('takes every sender that comes of a payload in which anything may stand anywhere', async () => {
    const senders: Sender[] = [];
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.emailAddress(),
      fc.constantFrom(
        '',
        '\0',
        '\uD800',
        '1',
        '+15551234567',
        'x@y',
        'USLACKBOT',
        'E1',
        777000,
        1e21,
        -1,
        0.5,
        true,
        null,
      ),
    );
    const mutated = fc
      .constantFrom(...CHANNELS.flatMap((channel) => CASES[channel].map((each) => ({ channel, ...each }))))
      .chain(({ channel, payload, userInfo }) =>
        fc
          .array(fc.tuple(fc.constantFrom(...pathsOf({ payload, userInfo })), anything), { minLength: 1, maxLength: 3 })
          .map((changes) => ({
            channel,
            ...(changes.reduce((whole, [path, value]) => replaced(whole, path, value), {
              payload,
              userInfo,
            } as unknown) as {
              payload: unknown;
              userInfo: unknown;
            }),
          })),
      );
    fc.assert(
      fc.property(mutated, fc.jsonValue(), ({ channel, payload, userInfo }, any) => {
        for (const each of CHANNELS) expect(READ[each]({ payload: any, userInfo: any })).toStrictEqual(NOTHING[each]);
        for (const event of eventsOf(channel, { payload, userInfo })) {
          if ('sender' in event) senders.push(event.sender);
          else senders.push(event.previous, event.current);
          if ('profile' in event) expectShort(event.profile);
        }
      }),
      cases(200, 43),
    );
    expect(senders.length).toBeGreaterThan(40);
    await expectTaken(senders);
  });
});

function expectShort(profile: Profile) {
  for (const name of Object.values(profile)) {
    expect(Array.from(name ?? '').length).toBeLessThanOrEqual(100);
    expect(name).not.toMatch(/[\p{Cc}\p{Cs}]/u);
  }
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, part]) => pathsOf(part, [...path, name]))];
}

/** The value with another part at the path; everything else is shared. */
function replaced(value: unknown, [name, ...rest]: string[], part: unknown): unknown {
  if (name === undefined) return part;
  if (typeof value !== 'object' || value === null) return value;
  const copy = Array.isArray(value) ? [...value] : { ...value };
  Reflect.set(copy, name, replaced(Reflect.get(value, name), rest, part));
  return copy;
}
