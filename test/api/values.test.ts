import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLID, type GraphQLInputType, GraphQLString } from 'graphql';
import { sql } from 'kysely';
import { listPlaces, type Place, poisoned } from '../support/contract-places.ts';
import * as documents from '../support/documents.ts';
import { type Call, errorCode, type Project, refusal } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let other: Project;
let workspace: Call;
let userId: string;

beforeAll(async () => {
  project = await service.project();
  other = await service.project('Other');
  workspace = await service.keyFor('ADMINISTRATOR');
  userId = (await project.user()).id;
});

const PLACES = listPlaces();
const holding = (wanted: GraphQLInputType) =>
  PLACES.filter(({ argument }) => poisoned(argument.type, wanted, '').length > 0);

async function answers(wanted: GraphQLInputType, { name, document, argument }: Place, poison: string) {
  const caller = /selfRegisterUser|redeemInvitation/.test(name) ? project.gateway : workspace;
  const sender = name.startsWith('Query.explainAccess') ? '+1 555-123-4567' : { channel: 'SLACK' };
  const ids = { id: project.id, projectId: project.id, userId, environmentId: project.production };
  const required = { ...ids, sender };
  return Promise.all(
    poisoned(argument.type, wanted, poison).map(async ([path, value]) => {
      const answer = await caller(document, { ...required, value });
      return [`${name}${path}`, errorCode(answer)];
    }),
  );
}

describe('a string', () => {
  test('is taken in all of these places, each of which can be reached', () => {
    expect(holding(GraphQLString).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Mutation.createUser(input)', 'Query.checkAccess(sender)', 'Project.users(search)']),
    );
    expect([...holding(GraphQLString), ...holding(GraphQLID)].filter(({ document }) => document === '')).toEqual([]);
  });

  describe.each([
    ['NUL', 'a\0b'],
    ['a lone high surrogate', 'a\uD83Db'],
    ['a lone low surrogate', '\uDE00'],
  ])('with %s is BAD_USER_INPUT', (_, poison) => {
    test.each(holding(GraphQLString).map((place) => [place.name, place] as const))('%s', async (_name, place) => {
      const codes = await answers(GraphQLString, place, poison);
      expect(codes).toEqual(codes.map(([name]) => [name, 'BAD_USER_INPUT']));
      expect(codes.length).toBeGreaterThan(0);
    });
  });

  test('in the document itself is held to the same', async () => {
    for (const half of ['\\u0000', '\\uD83D']) {
      const query = `{ project(id: "${project.id}") { users(search: "a${half}") { totalCount } } }`;
      expect(errorCode(await project.viewer(query))).toBe('BAD_USER_INPUT');
    }
  });

  test.each(["Robert'); drop table users;--", '{{7*7}}', '<script>alert(1)</script>', '../../etc', '\\', '\u{10FFFF}'])(
    'of any other kind is kept and given back as it is: %s',
    async (name) => {
      const { id, firstName } = await project.user({ firstName: name });
      expect(firstName).toBe(name);
      const { data } = await project.viewer(documents.LIST_USERS, { id: project.id, search: name });
      expect(data.project?.users.edges.map(({ node }) => node.id)).toContain(id);
    },
  );
});

describe('an id', () => {
  describe.each(['not-an-id', '', '1', "' or 1=1 --", 'a\0b', '\uD800', '{00000000-0000-4000-8000-000000000000}'])(
    'that is none is BAD_USER_INPUT: %j',
    (poison) => {
      test.each(holding(GraphQLID).map((place) => [place.name, place] as const))('%s', async (_name, place) => {
        const codes = await answers(GraphQLID, place, poison);
        expect(codes).toEqual(codes.map(([name]) => [name, 'BAD_USER_INPUT']));
      });
    },
  );

  /** Every operation that takes an id: what it says of an id. */
  const OPERATIONS: [string, (id: string) => Promise<unknown>][] = [
    ['project', async (id) => project.viewer(documents.READ_PROJECT, { id })],
    ['user', async (id) => project.viewer(documents.READ_USER, { id })],
    ['auditEvents(userId)', async (id) => project.viewer(documents.READ_TRAIL, { id: project.id, userId: id })],
    ['auditEvents(actorId)', async (id) => project.viewer(documents.READ_TRAIL, { id: project.id, actorId: id })],
    [
      'explainAccess',
      async (projectId) => project.viewer(documents.EXPLAIN_ACCESS, { projectId, sender: '+1 555-123-4567' }),
    ],
    [
      'filter.environmentIds',
      async (id) => project.viewer(documents.LIST_USERS, { id: project.id, filter: { environmentIds: [id] } }),
    ],
    [
      'checkAccess',
      async (id) => project.gateway(documents.CHECK_ACCESS, { environmentId: id, sender: { channel: 'SLACK' } }),
    ],
    [
      'checkAccessBatch',
      async (id) =>
        project.gateway(documents.CHECK_ACCESS_BATCH, { environmentId: id, senders: [{ channel: 'SLACK' }] }),
    ],
    [
      'selfRegisterUser',
      async (id) =>
        project.gateway(documents.SELF_REGISTER, { input: { environmentId: id, sender: { channel: 'SLACK' } } }),
    ],
    ['createUser', async (projectId) => project.member(documents.CREATE_USER, { input: { projectId } })],
    [
      'createUser.environmentIds',
      async (id) => project.member(documents.CREATE_USER, { input: project.form({ environmentIds: [id] }) }),
    ],
    [
      'updateUser.environmentIds',
      async (id) => {
        const user = await project.user();
        return project.member(documents.UPDATE_USER, { input: { id: user.id, environmentIds: [id] } });
      },
    ],
    ...(
      [
        ['updateUser', documents.UPDATE_USER],
        ['deleteUser', documents.DELETE_USER],
        ['updateEnvironment', documents.UPDATE_ENVIRONMENT],
        ['deleteEnvironment', documents.DELETE_ENVIRONMENT],
        ['updateProject', documents.UPDATE_PROJECT],
        ['revokeAccessKey', documents.REVOKE_ACCESS_KEY],
        ['revokeInvitation', documents.REVOKE_INVITATION],
        ['updateProjectMember', documents.UPDATE_PROJECT_MEMBER],
        ['removeProjectMember', documents.REMOVE_PROJECT_MEMBER],
      ] as const
    ).map(([name, document]): [string, (id: string) => Promise<unknown>] => [
      name,
      async (id) => project.administrator(document, { input: { id } }),
    ]),
    ['createInvitation', async (userId) => project.member(documents.CREATE_INVITATION, { input: { userId } })],
    [
      'redeemInvitation',
      async (environmentId) =>
        project.gateway(documents.REDEEM_INVITATION, {
          input: { environmentId, sender: { channel: 'TELEGRAM', externalId: '1' }, code: '' },
        }),
    ],
    ['deleteProject', async (id) => workspace(documents.DELETE_PROJECT, { input: { id } })],
    [
      'addProjectMember',
      async (projectId) => project.administrator(documents.ADD_PROJECT_MEMBER, { input: { projectId } }),
    ],
    [
      'createEnvironment',
      async (projectId) => project.administrator(documents.CREATE_ENVIRONMENT, { input: { projectId } }),
    ],
    [
      'createAccessKey',
      async (projectId) => project.administrator(documents.CREATE_ACCESS_KEY, { input: { projectId } }),
    ],
    [
      'createAccessKey.environmentIds',
      async (id) =>
        project.administrator(documents.CREATE_ACCESS_KEY, {
          input: { name: 'X', role: 'GATEWAY', projectId: project.id, environmentIds: [id] },
        }),
    ],
  ];

  test.each(OPERATIONS)('of unusual form answers like an unknown one: %s', async (_, ask) => {
    const unknown = await ask(randomUUID());
    expect(unknown).not.toHaveProperty('errors');
    const unusual = [
      '00000000-0000-0000-0000-000000000000',
      'ffffffff-ffff-ffff-ffff-ffffffffffff',
      '12345678-1234-9234-c234-123456789abc',
      '12345678-1234-0234-0234-123456789abc',
      '0195f3a0-7c00-7000-f000-00000000abcd',
      randomUUID().toUpperCase(),
    ];
    for (const id of unusual) expect([id, await ask(id)]).toEqual([id, unknown]);
  });

  test.each(OPERATIONS.filter(([name]) => name !== 'deleteProject'))(
    'of another project answers like an unknown one: %s',
    async (_, ask) => {
      const unknown = await ask(randomUUID());
      const { data } = await other.viewer(documents.READ_PROJECT, { id: other.id });
      const ids = [other.id, other.production, (await other.user()).id, data.project?.accessKeys[0]?.id];
      for (const id of ids) expect([id, await ask(String(id))]).toEqual([id, unknown]);
    },
  );

  test('in upper case is the same to every operation: all find it, or none', async () => {
    const user = await project.user({ environmentIds: [project.staging] });
    const upper = user.id.toUpperCase();
    const read = await project.viewer(documents.READ_USER, { id: upper });
    const updated = await project.member(documents.UPDATE_USER, { input: { id: upper } });
    const trail = await project.trail(upper);
    const environmentIds = [project.staging.toUpperCase()];
    const moved = await project.member(documents.UPDATE_USER, { input: { id: user.id, environmentIds } });
    const created = await project.member(documents.CREATE_USER, { input: project.form({ environmentIds }) });
    const check = await project.gateway(documents.CHECK_ACCESS, {
      environmentId: project.staging.toUpperCase(),
      sender: { channel: 'SLACK' },
    });
    const bound = await service.keyFor('GATEWAY', project.id, [project.staging]);
    const checkBound = await bound(documents.CHECK_ACCESS, {
      environmentId: project.staging.toUpperCase(),
      sender: { channel: 'SLACK' },
    });
    const answersOfAll = [read, updated, moved, created, check, checkBound];
    expect(answersOfAll.map(errorCode)).toEqual(answersOfAll.map(() => undefined));
    const found = [
      read.data.user !== null,
      updated.data.updateUser.user !== null,
      trail.length > 0,
      moved.data.updateUser.user !== null,
      created.data.createUser.user !== null,
      check.data.checkAccess.reason !== 'UNKNOWN_ENVIRONMENT',
      checkBound.data.checkAccess.reason !== 'UNKNOWN_ENVIRONMENT',
    ];
    expect(found).toEqual(found.map(() => found[0]));
  });

  test('given twice in different case is one environment, or one that is not found', async () => {
    const environmentIds = [project.staging, project.staging.toUpperCase()];
    const { user, userErrors } = (
      await project.member(documents.CREATE_USER, { input: project.form({ environmentIds }) })
    ).data.createUser;
    if (user) expect(user.environments).toHaveLength(1);
    else expect(userErrors).toEqual([refusal('ENVIRONMENT_NOT_FOUND', ['environmentIds'])]);
  });
});

test.each<[string, string, Record<string, unknown>, string]>([
  [
    'a sender of a batch',
    documents.CHECK_ACCESS_BATCH,
    { environmentId: randomUUID(), senders: [{ channel: 'SLACK' }, { channel: 'SLACK', externalId: 'a\0b' }] },
    'senders[1].externalId contains a NUL character or an unpaired surrogate.',
  ],
  [
    'one of several ids',
    'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    { ids: [randomUUID(), 'zz'] },
    'ids[1] must be a UUID.',
  ],
  [
    'an id in an input',
    documents.UPDATE_USER,
    { input: { id: randomUUID(), environmentIds: [randomUUID(), randomUUID(), 'zz'] } },
    'input.environmentIds[2] must be a UUID.',
  ],
  [
    'a list in a list',
    'mutation ($input: CreateUsersInput!) { createUsers(input: $input) { userErrors { code } } }',
    {
      input: {
        projectId: randomUUID(),
        rows: [
          {},
          {
            channelIdentities: [
              { channel: 'SLACK', externalId: 'T1:U1' },
              { channel: 'SLACK', externalId: '\0' },
            ],
          },
        ],
        idempotencyKey: randomUUID(),
      },
    },
    'input.rows[1].channelIdentities[1].externalId contains a NUL character or an unpaired surrogate.',
  ],
])(
  'what is unfit in a list is told with its position, as graphql-js writes it: %s',
  async (_, query, variables, message) => {
    const { errors } = await workspace(query, variables);
    expect(errors?.map((error) => error.message)).toEqual([message]);
  },
);

describe('a phone number', () => {
  test.each([
    ['(+49)3144435678', '+493144435678'],
    ['(+55) 11 98888-8888', '+5511988888888'],
    ['(+44) 7911 123456', '+447911123456'],
    ['(0044) 7911 123457', '+447911123457'],
    ['+44 (0)7911 123458', '+447911123458'],
    ['tel:+1-202-555-0123', '+12025550123'],
    ["'+12025550124", '+12025550124'],
    ['"+12025550125"', '+12025550125'],
    ['+1 202 555 0126,', '+12025550126'],
    ['+ 44 7911 123459', '+447911123459'],
    ['+१ २०२ ५५५ ०१२७', '+12025550127'],
    ['+225 07 12 34 56', '+2250707123456'],
    ['+229 97 12 34 56', '+2290197123456'],
  ])('that is international beyond doubt is taken however it was copied: %s', async (typed, stored) => {
    const user = await project.user({ phoneNumber: typed });
    expect(user.phoneNumber).toBe(stored);
    const input = project.form({ phoneNumber: stored });
    expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toEqual([
      refusal('PHONE_NUMBER_TAKEN', ['phoneNumber'], undefined, user.id),
    ]);
  });

  test.each([
    ['5551234567', /must begin with \+/],
    ['07911 123456', /must begin with \+/],
    ["'5551234567", /must begin with \+/],
    ['+1 555 123', /at least 10 digits/],
    ['+1 555 123 4567 x5', /must have no extension/],
    ['tel:+15551234567;ext=5', /must have no extension/],
    ['+1 555 CALL NOW 1', /nothing but digits after the \+/],
    ['Ana <+15551234567>', /leave out the words in front/],
    ['call +1 202 555 0123', /leave out the words in front/],
    ['+1 555 123 4567 89', /too many digits for its country code/],
    ['+7 912 345 678', /too few digits for its country code/],
    ['+1234567890123456', /at most 15 digits/],
    ['+210 1234 5678', /the code of a country/],
  ])('that is none is refused, and told what is wrong with it, with an example: %s', async (phoneNumber, message) => {
    const input = project.form({ phoneNumber });
    expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toEqual([
      refusal('PHONE_NUMBER_INVALID', ['phoneNumber'], new RegExp(`${message.source}.*, e\\.g\\. \\+1 555-123-4567$`)),
    ]);
  });
});

test('what another user has is told as it is stored there, under which they are found', async () => {
  await project.user({ phoneNumber: '+55 11 97654 3210', email: 'Ana.Taken@example.com' });
  const input = project.form({ phoneNumber: '+55 11 7654 3210', email: 'ana.taken@EXAMPLE.com' });
  expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toMatchObject([
    { message: 'Another user has the phone number +55 11 97654 3210' },
    { message: 'Another user has the e-mail address Ana.Taken@example.com' },
  ]);
});

describe('an e-mail address', () => {
  test.each([
    ['user1@example.com\u200B', 'user1@example.com'],
    ['\u202Auser2@example.com\u202C', 'user2@example.com'],
    ['\uFEFFUser3@Example.com\u00AD\u2060', 'User3@Example.com'],
  ])('is taken without what cannot be seen at its ends: %j', async (typed, stored) => {
    expect((await project.user({ email: typed })).email).toBe(stored);
    const input = project.form({ email: `\u200B${stored}\u200B` });
    expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toMatchObject([
      { code: 'EMAIL_TAKEN' },
    ]);
  });

  test('of nothing visible is none', async () => {
    expect((await project.user({ email: '\u200B \u202C' })).email).toBeNull();
  });

  test.each([
    ['full@example.net', 'full@ｅｘａｍｐｌｅ.net'],
    ['dots@例え。jp', 'DOTS@例え．jp'],
    ['puny@bücher.example', 'puny@XN--BCHER-KVA.example'],
    ['sharp@faß.example', 'sharp@xn--fa-hia.example'],
  ])('is taken in each writing of its domain, and kept as typed: %s', async (email, other) => {
    const user = await project.user({ email });
    expect(user.email).toBe(email);
    const input = project.form({ email: other });
    expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toEqual([
      refusal('EMAIL_TAKEN', ['email'], undefined, user.id),
    ]);
  });

  test.each(['a@x.①②', 'a@xn--zzzzzz.com', 'a@x。。com', 'a@exa\u00ADmple.com', `a@${'ü'.repeat(60)}.com`])(
    'of a domain that is none is refused: %j',
    async (email) => {
      const input = project.form({ email });
      expect((await project.member(documents.CREATE_USER, { input })).data.createUser.userErrors).toEqual([
        refusal('EMAIL_INVALID', ['email'], 'Invalid Email'),
      ]);
    },
  );

  test('that an earlier version took does not stand in the way of editing another field', async () => {
    const { id } = await project.user({ email: 'earlier@x.com' });
    await sql`update users set email = 'earlier@xn--zzzzzz.com', email_key = 'earlier@xn--zzzzzz.com' where id = ${id}`.execute(
      service.db,
    );
    const input = { id, firstName: 'Eva', email: 'earlier@xn--zzzzzz.com' };
    const { user, userErrors } = (await project.member(documents.UPDATE_USER, { input })).data.updateUser;
    expect(userErrors).toEqual([]);
    expect(user).toMatchObject({ firstName: 'Eva', email: 'earlier@xn--zzzzzz.com' });
  });
});

describe('a document or a variable that does not fit the contract is BAD_USER_INPUT', () => {
  test.each<[string, string, Record<string, unknown>]>([
    ['no document', '', {}],
    ['not a document', 'hello {', {}],
    ['an unknown field', '{ nobody }', {}],
    ['a missing argument', '{ project { id } }', {}],
    ['a missing variable', documents.READ_USER, {}],
    ['a null where there must be a value', documents.READ_USER, { id: null }],
    ['an object instead of an id', documents.READ_USER, { id: {} }],
    ['a list instead of an id', documents.READ_USER, { id: [] }],
    ['a number instead of an id', documents.READ_USER, { id: 1.5 }],
    ['an unknown field of an input', documents.DELETE_USER, { input: { id: randomUUID(), reason: 'x' } }],
    ['an unknown channel', documents.CHECK_ACCESS, { environmentId: randomUUID(), sender: { channel: 'FAX' } }],
    ['an unknown role', documents.CREATE_ACCESS_KEY, { input: { name: 'X', role: 'KING' } }],
    ['no moment in time', documents.CREATE_ACCESS_KEY, { input: { name: 'X', role: 'VIEWER', expiresAt: 'soon' } }],
    ['a day that is none', documents.CREATE_ACCESS_KEY, { input: { name: 'X', expiresAt: '2999-02-31T00:00:00Z' } }],
    ['a number instead of a string', documents.UPDATE_USER, { input: { id: randomUUID(), firstName: 1 } }],
    ['a version that is no integer', documents.UPDATE_USER, { input: { id: randomUUID(), expectedVersion: 1.5 } }],
    ['a version beyond 32 bits', documents.UPDATE_USER, { input: { id: randomUUID(), expectedVersion: 2 ** 31 } }],
    ['a null in a list', documents.UPDATE_USER, { input: { id: randomUUID(), environmentIds: [null] } }],
  ])('%s', async (_, query, variables) => {
    expect(errorCode(await workspace(query, variables))).toBe('BAD_USER_INPUT');
  });
});
