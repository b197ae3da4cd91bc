import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Project, type Service, startService } from '../support/service.ts';

let service: Service;
let project: Project;

beforeAll(async () => {
  service = await startService();
  project = await service.project();
});
afterAll(() => service.close());

const USER = 'id phoneNumber email fullName initials creationSource version environments { type }';
const ERRORS = 'userErrors { field code message conflictingUser { id } }';
const CREATE = `mutation ($input: CreateUserInput!) { createUser(input: $input) { user { ${USER} } ${ERRORS} } }`;
const UPDATE = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { ${USER} } ${ERRORS} } }`;
const DELETE = `mutation ($input: DeleteUserInput!) { deleteUser(input: $input) { deletedUserId ${ERRORS} } }`;

let next = 1000;
function person(fields: Record<string, unknown> = {}) {
  next += 1;
  return {
    projectId: project.id,
    phoneNumber: `+1 555-123-${next}`,
    firstName: 'Ana',
    lastName: 'Lima',
    environmentIds: [project.development],
    ...fields,
  };
}

async function create(fields: Record<string, unknown> = {}) {
  const { data } = await project.member(CREATE, { input: person(fields) });
  return data.createUser;
}

const codes = (payload: { userErrors: { code: string }[] }) => payload.userErrors.map((error) => error.code);

test('createUser adds an invited user with the environments, and an audit event tells it', async () => {
  const { user, userErrors } = await create({ environmentIds: [project.production, project.development] });
  expect(userErrors).toEqual([]);
  expect(user).toMatchObject({ fullName: 'Ana Lima', initials: 'AL', creationSource: 'INVITED', version: 1 });
  expect(user.environments).toEqual([{ type: 'DEVELOPMENT' }, { type: 'PRODUCTION' }]);
  const { data } = await project.viewer(
    'query ($id: ID!, $user: ID!) { project(id: $id) { auditEvents(userId: $user) { nodes { action } } } }',
    { id: project.id, user: user.id },
  );
  expect(data.project.auditEvents.nodes).toEqual([{ action: 'USER_CREATED' }]);
});

test('an empty form is told everything at once, in the order of the form', async () => {
  const { data } = await project.member(CREATE, { input: { projectId: project.id, email: 'nobody' } });
  expect(data.createUser.user).toBeNull();
  expect(codes(data.createUser)).toEqual([
    'PHONE_NUMBER_REQUIRED',
    'EMAIL_INVALID',
    'FIRST_NAME_REQUIRED',
    'LAST_NAME_REQUIRED',
    'ENVIRONMENT_REQUIRED',
  ]);
});

test('a phone number and an e-mail of another user are taken, and the answer names that user', async () => {
  const first = await create({ phoneNumber: '+52 55 1234 5678', email: 'Ana@x.com' });
  const second = await create({ phoneNumber: '+52 1 55 1234 5678', email: 'aNA@X.com' });
  expect(codes(second)).toEqual(['PHONE_NUMBER_TAKEN', 'EMAIL_TAKEN']);
  expect(second.userErrors[0].conflictingUser.id).toBe(first.user.id);
});

test('of two creates of one phone number at once one succeeds and the other is told whose it is', async () => {
  const input = person();
  const answers = await Promise.all(Array.from({ length: 6 }, () => project.member(CREATE, { input })));
  const payloads = answers.map((answer) => answer.data.createUser);
  expect(payloads.filter((payload) => payload.user)).toHaveLength(1);
  const refused = payloads.filter((payload) => !payload.user);
  expect(refused.map(codes)).toEqual(refused.map(() => ['PHONE_NUMBER_TAKEN']));
  expect(refused.every((payload) => payload.userErrors[0].conflictingUser)).toBe(true);
});

test('an update raises the version once, an empty one not at all, a stale one writes nothing', async () => {
  const { user } = await create();
  const update = async (fields: object) =>
    (await project.member(UPDATE, { input: { id: user.id, ...fields } })).data.updateUser;
  expect((await update({})).user.version).toBe(1);
  expect((await update({ email: ' a@b.co ', expectedVersion: 1 })).user).toMatchObject({ email: 'a@b.co', version: 2 });
  const stale = await update({ firstName: 'Eve', expectedVersion: 1 });
  expect(codes(stale)).toEqual(['VERSION_CONFLICT']);
  expect(stale.userErrors[0].conflictingUser.id).toBe(user.id);
  expect(codes(await update({ environmentIds: null }))).toEqual(['LAST_ENVIRONMENT']);
  expect((await update({ email: null, environmentIds: [project.staging] })).user).toMatchObject({
    email: null,
    fullName: 'Ana Lima',
    environments: [{ type: 'STAGING' }],
    version: 3,
  });
});

test('a deleted user is gone at once and its phone number free again', async () => {
  const input = person();
  const created = await project.member(CREATE, { input });
  const { id } = created.data.createUser.user;
  const gone = await project.member(DELETE, { input: { id } });
  expect(gone.data.deleteUser.deletedUserId).toBe(id);
  expect(codes((await project.member(DELETE, { input: { id } })).data.deleteUser)).toEqual(['NOT_FOUND']);
  expect((await project.member(CREATE, { input })).data.createUser.userErrors).toEqual([]);
});

test("another project's user is not there, and a key without the right is FORBIDDEN", async () => {
  const other = await service.project('Other');
  const { user } = await create();
  expect((await other.member(DELETE, { input: { id: user.id } })).data.deleteUser.userErrors[0].code).toBe('NOT_FOUND');
  expect((await other.viewer('query ($id: ID!) { user(id: $id) { id } }', { id: user.id })).data.user).toBeNull();
  expect((await project.viewer(DELETE, { input: { id: user.id } })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

test('a search finds every part in some field and marks what it found; cursors page without gaps', async () => {
  const list = await service.project('List');
  for (let index = 0; index < 5; index += 1) {
    await list.member(CREATE, {
      input: person({
        projectId: list.id,
        firstName: `Zoë${index}`,
        lastName: 'Straße',
        environmentIds: [list.development],
      }),
    });
  }
  const query = `query ($id: ID!, $after: String, $search: String) { project(id: $id) {
    users(first: 2, after: $after, search: $search) { totalCount pageInfo { hasNextPage endCursor }
      edges { node { fullName } matches { field segments { text matched } } } } } }`;
  const names: string[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { data } = await list.viewer(query, { id: list.id, after, search: 'zoe strasse' });
    const { edges, pageInfo, totalCount } = data.project.users;
    expect(totalCount).toBe(5);
    names.push(...edges.map((edge: { node: { fullName: string } }) => edge.node.fullName));
    expect(edges[0].matches[0].segments.map((segment: { text: string }) => segment.text).join('')).toBe(
      names.at(-edges.length),
    );
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  expect(names).toEqual([4, 3, 2, 1, 0].map((index) => `Zoë${index} Straße`));
  const bad = await list.viewer(query, { id: list.id, after: 'x', search: null });
  expect(bad.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
});
