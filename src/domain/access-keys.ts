import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { v7 as uuid } from 'uuid';
import {
  countKeysInUse,
  findKeyInUse,
  insertKey,
  insertKeyEnvironments,
  lockKey,
  revokeKeyRow,
  touchKey,
} from '../database/access-keys.ts';
import { type Connections, type Db, type Tx, transact } from '../database/engine/connection.ts';
import { holdProject } from '../database/projects.ts';
import type { AccessKeyRow, Role } from '../database/tables.ts';
import { type Actor, type DomainContext, requireRight, requireWorkspaceRight } from './actor.ts';
import { audit } from './audit-events.ts';
import { readHeldEnvironments } from './environments.ts';
import { gather, Wrong, wrong } from './form.ts';
import { refuse } from './refusal.ts';
import { notFound, roleRequired, tooMany } from './shared-problems.ts';
import { readTitle } from './values/title.ts';

// umk_<public id, a UUID without dashes>_<32 random bytes, base64url>
const TOKEN = /^umk_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

/** The holder of this token; undefined unless it is exactly the token of a key in use. */
export async function authenticateKey({ db, shortReads }: Connections, token: string): Promise<Actor | undefined> {
  const [, publicId, secret] = TOKEN.exec(token) ?? [];
  if (publicId === undefined || secret === undefined) return undefined;
  const id = publicId.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const key = await findKeyInUse(shortReads, id);
  if (!key || !timingSafeEqual(key.secretHash, hashOf(secret))) return undefined;
  if (key.isStale) noteUse(db, key);
  const grant = { id: key.id, role: key.role };
  return {
    kind: 'accessKey',
    id: key.id,
    name: key.name,
    grants: key.projectId === null ? grant : new Map([[key.projectId, grant]]),
    environmentIds: key.environmentIds,
  };
}

// `lastUsedAt` is exact to a minute. Requests that come meanwhile still read the old time; they need not write it again.
const noted = new LRUCache<string, true>({ max: 10_000, ttl: 60_000 });

// Not awaited: no request is slower, or fails, because of this write.
function noteUse(db: Db, key: { projectId: string | null; id: string }): void {
  if (noted.has(key.id)) return;
  noted.set(key.id, true);
  touchKey(db, key).catch(() => noted.delete(key.id));
}

function hashOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** The most keys of one project, not counting revoked and expired ones. */
export const MAXIMUM_ACCESS_KEYS = 1000;

export type CreateAccessKeyInput = {
  name?: string | null;
  role?: Role | null;
  projectId?: string | null;
  environmentIds?: readonly string[] | null;
  expiresAt?: Date | null;
};

/** Creates a key. Its secret is returned only here; only its hash is stored. */
export function createAccessKey(
  { actor, db }: DomainContext,
  input: CreateAccessKeyInput,
): Promise<{ accessKey: AccessKeyRow; secret: string }> {
  const scope = requireRight(actor, 'administer');
  const projectId = input.projectId ?? null;
  if (projectId === null) requireWorkspaceRight(actor, 'administer');
  return transact(db, async (tx) => {
    if (projectId !== null && !(await holdProject(tx, scope, projectId))) {
      return refuse(notFound('project', 'projectId'));
    }
    const isFull = projectId !== null && (await countKeysInUse(tx, projectId)) >= MAXIMUM_ACCESS_KEYS;
    const { name, role, environmentIds, expiresAt } = gather({
      count: isFull && new Wrong(tooMany(MAXIMUM_ACCESS_KEYS, 'access keys in use')),
      name: readTitle(input.name),
      role: input.role ?? new Wrong(roleRequired()),
      environmentIds: await readBoundEnvironments(tx, projectId, input),
      expiresAt: readExpiry(input.expiresAt),
    });
    const id = uuid();
    const secret = randomBytes(32).toString('base64url');
    const boundToEnvironments = environmentIds.length > 0;
    const key = { id, projectId, name, role, secretHash: hashOf(secret), expiresAt, boundToEnvironments };
    const accessKey = await insertKey(tx, key);
    await insertKeyEnvironments(tx, accessKey, environmentIds);
    await audit(tx, actor, 'ACCESS_KEY_CREATED', accessKey);
    return { accessKey, secret: `umk_${id.replaceAll('-', '')}_${secret}` };
  });
}

async function readBoundEnvironments(
  tx: Tx,
  projectId: string | null,
  input: CreateAccessKeyInput,
): Promise<readonly string[] | Wrong> {
  const ids = [...new Set(input.environmentIds ?? [])];
  if (ids.length === 0) return ids;
  if (input.role === 'GATEWAY' && projectId !== null) return readHeldEnvironments(tx, projectId, ids);
  const message = 'Only a GATEWAY key of one project can be bound to environments';
  return wrong('environmentIds', 'ENVIRONMENTS_NOT_ALLOWED', message);
}

/** Wrong unless it lies in the future. */
export function readExpiry(expiresAt: Date | null = null): Date | null | Wrong {
  const isPast = expiresAt !== null && expiresAt.getTime() <= Date.now();
  return isPast ? wrong('expiresAt', 'EXPIRY_IN_PAST', 'The expiry must lie in the future') : expiresAt;
}

/** Revokes a key from the next request on. Revoking it again changes nothing. */
export function revokeAccessKey({ actor, db }: DomainContext, input: { id: string }): Promise<AccessKeyRow> {
  const scope = requireRight(actor, 'administer');
  return transact(db, async (tx) => {
    const key = await lockKey(tx, scope, input.id);
    if (!key) return refuse(notFound('access key'));
    if (key.revokedAt) return key;
    const revoked = await revokeKeyRow(tx, key);
    await audit(tx, actor, 'ACCESS_KEY_REVOKED', key);
    return revoked;
  });
}
