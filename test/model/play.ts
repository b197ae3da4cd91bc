// The service, asked over HTTP and heard in the words of the model.
import type { Db } from '../../src/database/engine/connection.ts';
import type { Call as Request, Service } from '../support/service.ts';
import { PAST } from './rules.ts';
import type { Answer, Call, Check, Decision, Passing, RowResult } from './words.ts';

export const DECISION = 'allowed reason user { id } matchedBy selfRegistration shouldRegister';
const ROWS = 'results { outcome user { id } duplicateOf userErrors { code conflictingUser { id } } }';
const PAYLOADS: Record<Call['name'], string> = {
  createUser: 'user { id }',
  updateUser: 'user { id } unlinkedIdentities { externalId }',
  deleteUser: 'deletedUserId',
  createUsers: ROWS,
  updateUsers: ROWS,
  deleteUsers: ROWS,
  linkChannelIdentity: 'user { id }',
  unlinkChannelIdentity: 'user { id }',
  mergeUsers: 'user { id } deletedUserId',
  selfRegisterUser: `user { id } outcome decision { ${DECISION} }`,
  replaceSender: 'user { id } outcome',
  approveAccessRequest: 'user { id } outcome',
  dismissAccessRequest: 'accessRequest { id }',
  blockSender: 'blockedSenders { id }',
  unblockSender: 'deletedBlockedSenderId',
  createInvitation: 'invitation { id } code',
  revokeInvitation: 'invitation { id }',
  redeemInvitation: 'user { id } outcome',
  createEnvironment: 'environment { id }',
  updateEnvironment: 'environment { id }',
  deleteEnvironment: 'deletedEnvironmentId',
};
const IN_PROJECT = ['createUser', 'createUsers', 'updateUsers', 'deleteUsers', 'blockSender'];
const BY_GATEWAYS = ['selfRegisterUser', 'replaceSender', 'redeemInvitation'];
const NAMES_SOMEBODY = ['PHONE_NUMBER_TAKEN', 'EMAIL_TAKEN', 'IDENTITY_TAKEN', 'VERSION_CONFLICT'];

export type Keys = Record<'administrator' | 'member' | 'viewer' | 'gateway', Request> & {
  /** Only to let time pass. */
  database: Db;
};
/** A new one for each history, with the keys of them all. */
export type Project = Keys & {
  /** Who checks access. */
  checking: Request;
  id: string;
  development: string;
  staging: string;
  production: string;
  /** Of the invitations. */
  codes: Map<string, string>;
};

export async function workspaceKeys({ keyFor, owner }: Service): Promise<Keys> {
  const [administrator, member] = [await keyFor('ADMINISTRATOR'), await keyFor('MEMBER')];
  const readers = { viewer: await keyFor('VIEWER'), gateway: await keyFor('GATEWAY') };
  return { administrator, member, ...readers, database: owner };
}

/** Development is closed, in Staging newcomers need approval, Production is open. */
export async function newProject(keys: Keys): Promise<Project> {
  const document = `mutation { createProject(input: { name: "Assistant" }) { project { id environments { id } } } }`;
  const { id, environments } = (await read(keys.administrator, document)).createProject.project as unknown as Created;
  const [development = '', staging = '', production = ''] = environments.map(({ id }) => id);
  const project = { ...keys, checking: keys.gateway, id, development, staging, production, codes: new Map() };
  await ask(project, { name: 'updateEnvironment', input: { id: staging, selfRegistration: 'APPROVAL' } });
  return project;
}

/** An answer, the decision beside it, and the id of what was made; of several, with spaces between. */
export type Heard = { answer: Answer; decision: Decision | null; made: string | undefined };

let environments = 0;

export async function ask(project: Project, call: Call | Check | Passing): Promise<Heard> {
  if (call.name === 'timePasses') return letTimePass(project, call);
  if (call.name === 'checkAccess') return askCheck(project, call);
  const { name } = call;
  const { administrator, gateway, member, id: projectId, codes } = project;
  const input = 'code' in call.input ? { ...call.input, code: codes.get(call.input.code) ?? '' } : call.input;
  const [caller, rest] = BY_GATEWAYS.includes(name)
    ? [gateway, {}]
    : IN_PROJECT.includes(name)
      ? [member, { projectId }]
      : name === 'createEnvironment'
        ? [administrator, { projectId, type: 'STAGING', name: `Place ${++environments}` }]
        : [name.endsWith('Environment') ? administrator : member, {}];
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await caller(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
      ${PAYLOADS[name]} userErrors { code conflictingUser { id } } } }`,
    { input: { ...input, ...rest } },
  );
  if (errors) return { answer: { errors: errors.map(codeOf) }, decision: null, made: undefined };
  const payload = data[name] as Payload;
  const { userErrors, user, outcome, unlinkedIdentities, deletedUserId, environment, decision } = payload;
  const { invitation, code, results } = payload;
  if (invitation && code) codes.set(invitation.id, code);
  const answer: Answer = { errors: userErrors.map(errorOf) };
  const id = user?.id ?? deletedUserId;
  if (id) answer.user = id;
  if (outcome) answer.outcome = outcome;
  if (unlinkedIdentities && user) answer.unlinked = unlinkedIdentities.map(({ externalId }) => externalId);
  if (results) answer.rows = results.map(rowOf);
  const created = results?.flatMap(({ outcome, user }) => (outcome === 'CREATED' && user ? [user.id] : [])) ?? [];
  const made = created.length > 0 ? created.join(' ') : (user ?? environment ?? invitation)?.id;
  return { answer, decision: decision ? decisionOf(decision) : null, made };
}

async function letTimePass({ database, id: projectId }: Project, { input }: Passing): Promise<Heard> {
  await database
    .updateTable('userEnvironments')
    .set({ expiresAt: new Date(PAST) })
    .where('projectId', '=', projectId)
    .where('userId', '=', input.id)
    .where('expiresAt', 'is not', null)
    .execute();
  return { answer: { errors: [] }, decision: null, made: undefined };
}

async function askCheck({ checking }: Project, { input }: Check): Promise<Heard> {
  const query = `query ($environmentId: ID!, $sender: SenderInput!) {
    checkAccess(environmentId: $environmentId, sender: $sender) { ${DECISION} } }`;
  const { checkAccess } = await read(checking, query, input);
  return { answer: { errors: [] }, decision: decisionOf(checkAccess as DecisionAnswer), made: undefined };
}

type Created = { id: string; environments: Named[] };
export type Named = { id: string };
export type DecisionAnswer = Omit<Decision, 'user'> & { user: Named | null };
type Payload = {
  userErrors: { code: string; conflictingUser: Named | null }[];
  user?: Named | null;
  outcome?: string | null;
  unlinkedIdentities?: { externalId: string }[];
  deletedUserId?: string | null;
  environment?: Named | null;
  invitation?: Named | null;
  code?: string | null;
  decision?: DecisionAnswer | null;
  results?: (Pick<Payload, 'userErrors'> & { outcome: string; user: Named | null; duplicateOf: number | null })[];
};

const codeOf = ({ message, extensions }: { message: string; extensions: { code: string } }) =>
  ['BAD_USER_INPUT', 'SERVICE_UNAVAILABLE'].includes(extensions.code) ? extensions.code : message;
const errorOf = ({ code, conflictingUser }: Payload['userErrors'][number]) =>
  NAMES_SOMEBODY.includes(code) ? `${code} of=${conflictingUser?.id}` : code;
const rowOf = ({ outcome, user, duplicateOf, userErrors }: NonNullable<Payload['results']>[number]): RowResult => ({
  outcome,
  user: user?.id,
  twin: duplicateOf ?? undefined,
  errors: userErrors.map(errorOf),
});
export const decisionOf = ({ user, ...decision }: DecisionAnswer): Decision => ({
  ...decision,
  user: user?.id ?? null,
});

/** Asked again while the machine is too busy to answer. */
export async function read(call: Request, document: string, variables: Record<string, unknown> = {}) {
  for (;;) {
    const { data, errors } = await call(document, variables);
    if (!errors) return data;
    if (errors.some((error) => codeOf(error) !== 'SERVICE_UNAVAILABLE')) throw new Error(JSON.stringify(errors));
  }
}
