import { createHash, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuid } from 'uuid';
import type { SearchCondition } from '../../../src/database/search-conditions.ts';
import { profileColumns } from '../../../src/domain/user-form.ts';
import { type PhoneNumber, phoneMatchKey } from '../../../src/domain/values/phone-number.ts';
import { parseSearch } from '../../../src/domain/values/search-term.ts';
import * as creation from './creation.ts';
import * as statements from './statements.ts';

// What each operation takes, whoever answers it. It is less than the service does: no phone number is judged, nothing is
// limited, logged, weighed or masked. Whatever a contender wins by that counts against the service.

export type Row = Record<string, unknown> & { id: string };
export type Ask = <R = Row>(statement: statements.Statement) => Promise<R[]>;
export type Key = { id: string; projectId: string; name: string; role: string; secretHash: Buffer };
export type Sender = { channel: string; externalId?: string | null; phoneNumber?: string | null };
export type Page = { nodes: Row[]; hasNextPage: boolean };
export type NewUser = {
  phoneNumber: string;
  email: string;
  firstName: string;
  lastName: string;
  environmentIds: string[];
};

const TOKEN = /^Bearer umk_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** As the service does: found by its public id, its secret's hash compared; revoked keys are not there. */
export async function authenticate(ask: Ask, authorization = ''): Promise<Key> {
  const [, ...parts] = TOKEN.exec(authorization) ?? [];
  const secret = parts.pop() ?? '';
  const [key] = parts.length ? await ask<Key>(statements.findKey(parts.join('-'))) : [];
  if (!key || !timingSafeEqual(key.secretHash, createHash('sha256').update(secret).digest())) {
    throw new Error('UNAUTHENTICATED');
  }
  return key;
}

type Found = { selfRegistration: string; byIdentity: string | null; byPhone: string | null; isMember: boolean };

export async function checkAccess(ask: Ask, key: Key, environmentId: string, sender: Sender) {
  const { channel, externalId, phone } = read(sender);
  const [row] = await ask<Found>(statements.lookUpSender(key.projectId, environmentId, channel, externalId, phone));
  return decide(row);
}

export async function checkAccessBatch(ask: Ask, key: Key, environmentId: string, senders: Sender[]) {
  const rows = await ask<Found>(statements.lookUpSenders(key.projectId, environmentId, senders.map(read)));
  return senders.map((_, at) => decide(rows[at]));
}

function read({ channel, externalId = null, phoneNumber }: Sender) {
  const phone = phoneNumber ? phoneMatchKey(phoneNumber.startsWith('+') ? phoneNumber : `+${phoneNumber}`) : null;
  return { channel, externalId, phone };
}

function decide(row: Found | undefined) {
  const reason = reasonOf(row);
  return { allowed: reason === 'ALLOWED', reason, selfRegistration: row?.selfRegistration ?? 'CLOSED' };
}

function reasonOf(row: Found | undefined): string {
  if (!row) return 'UNKNOWN_ENVIRONMENT';
  if (row.byIdentity && row.byPhone && row.byIdentity !== row.byPhone) return 'IDENTITY_CONFLICT';
  if (!row.byIdentity && !row.byPhone) return 'UNKNOWN_SENDER';
  return row.isMember ? 'ALLOWED' : 'NOT_IN_ENVIRONMENT';
}

export async function pageOfUsers(ask: Ask, key: Key, first: number, after?: string | null): Promise<Page> {
  const place = after ? JSON.parse(Buffer.from(after, 'base64url').toString()) : null;
  return cut(await ask(statements.pageOfUsers(key.projectId, place, first + 1)), first);
}

export function cursorOf(user: Row): string {
  return Buffer.from(JSON.stringify({ createdAt: user.createdAt, id: user.id })).toString('base64url');
}

export async function environmentsOf(ask: Ask, key: Key, userIds: readonly string[]): Promise<Row[][]> {
  const rows = await ask<Row & { userIds: string }>(statements.environmentsOf(key.projectId, userIds));
  const byUser = new Map<string, Row[]>(userIds.map((id) => [id, []]));
  for (const { userIds, ...environment } of rows) {
    for (const id of userIds.split(' ')) byUser.get(id)?.push(environment);
  }
  return userIds.map((id) => byUser.get(id) ?? []);
}

export async function searchUsers(ask: Ask, key: Key, first: number, term: string): Promise<Page> {
  const { walk, find } = searchStatements(key, term);
  const walked = await ask(walk(first + 1));
  return cut(walked.length > first ? walked : await ask(find(first + 1)), first);
}

export async function countUsers(ask: Ask, key: Key, term: string, upTo: number): Promise<number> {
  const { countWalk, count } = searchStatements(key, term);
  const [walked] = await ask<{ count: number }>(countWalk(upTo));
  if (walked?.count === upTo) return upTo;
  const [counted] = await ask<{ count: number }>(count(upTo));
  return counted?.count ?? 0;
}

function searchStatements(key: Key, term: string) {
  return statements.search(key.projectId, searchedParts(term));
}

/**
 * What a term means at the least: its words, or the digits of a phone number. Of each part all that may stand there, a line each:
 * the text anywhere, or an id's start.
 */
export function searchedParts(term: string): string[] {
  return parseSearch(term).flatMap(plainest);
}

function plainest(condition: SearchCondition): string[] {
  if ('every' in condition) return condition.every.flatMap(plainest);
  if (!('some' in condition)) return Object.values(condition);
  const digits = condition.some.find((each) => 'digits' in each);
  if (digits) return plainest(digits);
  const [first, ...others] = condition.some.map(plainest);
  return first?.length === 1 ? [[first, ...others].flat().join('\n')] : (first ?? []);
}

function cut(rows: Row[], first: number): Page {
  return { nodes: rows.slice(0, first), hasNextPage: rows.length > first };
}

/** The same two statements as the service's. */
export async function createUser(ask: Ask, key: Key, input: NewUser): Promise<Row | undefined> {
  const { projectId } = key;
  const profile = { ...input, phoneNumber: input.phoneNumber as PhoneNumber, middleName: null };
  const { phoneNumber, email, firstName, middleName, lastName, ...keys } = profileColumns(profile);
  const columns = { phoneNumber, email, firstName, middleName, lastName, ...keys };
  const { phoneKey, emailKey } = keys;
  const [found] = await ask<{ isProject: boolean; idByPhone: string; idByEmail: string; environments: number }>(
    creation.findSurroundings(projectId, phoneKey, emailKey, input.environmentIds),
  );
  if (!found?.isProject || found.idByPhone || found.idByEmail || found.environments < input.environmentIds.length) {
    throw new Error('REFUSED');
  }
  const [user] = await ask(
    creation.insertUser({ projectId, id: uuid(), ...columns }, input.environmentIds, uuid(), key),
  );
  return user;
}

/** Sends statements to a pool or a connection: prepared once under their names, or anew each time. */
export function asker(to: pg.Pool | pg.ClientBase, isNamed = true): Ask {
  return async <R>({ name, text, values }: statements.Statement) => {
    const { rows } = await to.query(isNamed && name ? { name, text, values } : { text, values });
    return rows as R[];
  };
}
