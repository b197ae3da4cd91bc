import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CANARY, LEAKS, NAME } from '../support/hostile.ts';
import type { Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
const keys = { administrator: '', gateway: '' };

beforeAll(async () => {
  project = await service.project();
  keys.administrator = await service.secretFor('ADMINISTRATOR', project.id);
  keys.gateway = await service.secretFor('GATEWAY', project.id);
});

// Whatever came before, the next caller is served.
afterEach(async () => expect((await project.viewer('{ viewer { role } }')).data.viewer.role).toBe('VIEWER'));

describe('a document that is wrong or too costly is told its code, without an echo', () => {
  const repeat = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => text(i)).join(' ');
  const deep = (depth: number) => {
    const path = [
      'viewer',
      ...Array.from({ length: depth }, (_, i) =>
        i % 3 === 0 ? 'projects' : i % 3 === 1 ? 'users(first: 1)' : 'nodes',
      ),
    ];
    return `{ ${path.join(' { ')} { __typename ${'}'.repeat(path.length + 1)}`;
  };
  const loop = 'fragment F on User { project { users { nodes { ...F } } } }';
  const bomb = `{ user(id: "${'0'.repeat(8)}-0000-4000-8000-${'0'.repeat(12)}") { ...F0 } }
    ${repeat(25, (i) => `fragment F${i} on User { a: id ...F${i + 1} ...F${i + 1} }`)} fragment F25 on User { id }`;
  const input = (fields: object) => ({ input: { projectId: project.id, ...fields } });
  const CREATE = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { userErrors { code } } }';
  type Probe = [code: string, name: string, query: string, variables?: () => object];
  const probes: Probe[] = [
    ['QUERY_TOO_COMPLEX', 'a thousand tokens', `{ ${repeat(1001, () => '__typename')} }`],
    [
      'BAD_USER_INPUT',
      'a syntax error in the words of that refusal',
      '{ a "Document contains more. Parsing aborted" }',
    ],
    ['QUERY_TOO_COMPLEX', 'aliases', `{ ${repeat(31, (i) => `a${i}: __typename`)} }`],
    ['QUERY_TOO_COMPLEX', 'a long alias', `{ viewer { ${'a'.repeat(101)}: name } }`],
    ['QUERY_TOO_COMPLEX', 'aliases in fragments', bomb],
    ['QUERY_TOO_COMPLEX', 'aliases in the schema', '{ __schema { a: types { name } b: types { name } } }'],
    ['QUERY_TOO_COMPLEX', 'a field 31 times in one place', `{ viewer { ${repeat(31, () => 'name')} } }`],
    [
      'QUERY_TOO_COMPLEX',
      'a field 31 times in one place, through fields and fragments that meet there',
      `{ ${repeat(10, () => 'viewer { name name ...F name }')} } fragment F on Viewer { ... { name } }`,
    ],
    [
      'QUERY_TOO_COMPLEX',
      '31 fragments in one place',
      `{ ${repeat(31, (i) => `...F${i}`)} } ${repeat(31, (i) => `fragment F${i} on Query { __typename }`)}`,
    ],
    ['QUERY_TOO_COMPLEX', 'depth', deep(14)],
    [
      'QUERY_TOO_COMPLEX',
      'pages in pages',
      '{ viewer { projects { users(first: 100) { nodes { project { users(first: 100) { nodes { id } } } } } } } }',
    ],
    [
      'QUERY_TOO_COMPLEX',
      'pages by variable',
      'query ($n: Int) { viewer { projects { users(first: $n) { nodes { project { users(last: $n) { nodes { id } } } } } } } }',
      () => ({ n: 100 }),
    ],
    [
      'QUERY_TOO_COMPLEX',
      'pages by default',
      'query ($n: Int = 100) { viewer { projects { users(first: $n) { nodes { project { users(last: $n) { nodes { id } } } } } } } }',
    ],
    [
      'QUERY_TOO_COMPLEX',
      'many batches',
      `query ($e: ID!, $s: [SenderInput!]!) { ${repeat(30, (i) => `a${i}: checkAccessBatch(environmentId: $e, senders: $s) { user { environments { id } channelIdentities { externalId } } }`)} }`,
      () => ({
        e: project.production,
        s: Array.from({ length: 100 }, () => ({ channel: 'TELEGRAM', externalId: '1' })),
      }),
    ],
    ['BAD_USER_INPUT', 'a fragment that spreads itself', `{ user(id: "x") { ...F } } ${loop}`],
    [
      'BAD_USER_INPUT',
      'fragments in a ring',
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
    ],
    [
      'BAD_USER_INPUT',
      'fragments that spread each other where they meet',
      `{ user(id: "x") { ...F ...G } } ${repeat(2, (i) => `fragment ${i ? 'F' : 'G'} on User { project { users { nodes { ...F ...G } } } }`)}`,
    ],
    [
      'BAD_USER_INPUT',
      'introspection in depth',
      '{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }',
    ],
    ['BAD_USER_INPUT', 'an unknown field', `{ ${NAME} }`],
    ['BAD_USER_INPUT', 'an unknown directive', `{ viewer @${NAME} { name } }`],
    ['BAD_USER_INPUT', 'an unknown type', `query ($x: ${NAME}) { viewer { name } }`],
    ['BAD_USER_INPUT', 'a wrong literal', `{ user(id: {a: "${CANARY}"}) { id } }`],
    ['BAD_USER_INPUT', 'a wrong literal without quotes', `{ user(id: {a: ${CANARY}}) { id } }`],
    ['BAD_USER_INPUT', 'a word for a number', `{ project(id: "x") { users(first: ${CANARY}) { totalCount } } }`],
    ['BAD_USER_INPUT', 'a list for a word', `{ checkAccess(environmentId: "x", sender: [${CANARY}]) { allowed } }`],
    ['BAD_USER_INPUT', 'no syntax', `{ viewer { name "${CANARY}" } }`],
    ['BAD_USER_INPUT', 'an open string', `{ user(id: "${CANARY}`],
    ['BAD_USER_INPUT', 'no document', NAME],
    ['BAD_USER_INPUT', 'an empty document', ''],
    ['BAD_USER_INPUT', 'a NUL in the document', '{ viewer\0 { name } }'],
    ['BAD_USER_INPUT', 'a subscription', `subscription { ${CANARY} }`],
    ['BAD_USER_INPUT', 'an SDL', `type Query { ${CANARY}: String }`],
    ['BAD_USER_INPUT', 'no variable', CREATE],
    ['BAD_USER_INPUT', 'a variable of another type', CREATE, () => ({ input: CANARY })],
    ['BAD_USER_INPUT', 'an unknown input field', CREATE, () => input({ [NAME]: 1 })],
    ['BAD_USER_INPUT', 'a number for a string', CREATE, () => input({ firstName: { [CANARY]: CANARY } })],
    [
      'BAD_USER_INPUT',
      'a value that poses as a reason',
      CREATE,
      () => input({ email: [`; Expected type "${CANARY}" to be ${CANARY}.`] }),
    ],
    [
      'BAD_USER_INPUT',
      'a field that poses as a reason',
      CREATE,
      () => input({ email: { [`x; Expected type "String" ${CANARY}. ${CANARY} cannot represent`]: 1 } }),
    ],
    [
      'BAD_USER_INPUT',
      'a prototype',
      CREATE,
      () => JSON.parse(`{"input": {"projectId": "${project.id}", "__proto__": {"a": "${CANARY}"}}}`),
    ],
    [
      'BAD_USER_INPUT',
      'an input of a thousand fields',
      CREATE,
      () => input(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`${CANARY}${i}`, 1]))),
    ],
    ['BAD_USER_INPUT', 'a NUL', CREATE, () => input({ firstName: `\0${CANARY}` })],
    ['BAD_USER_INPUT', 'half a character', CREATE, () => input({ firstName: `\ud800${CANARY}` })],
    ['BAD_USER_INPUT', 'an id that is none', `{ user(id: "${CANARY}") { id } }`],
    ['BAD_USER_INPUT', 'SQL for an id', `{ user(id: "' or 1=1 -- ${CANARY}") { id } }`],
    [
      'BAD_USER_INPUT',
      'a page of minus one',
      `query ($id: ID!) { project(id: $id) { users(first: -1) { nodes { id } } } }`,
      () => ({ id: project.id }),
    ],
    [
      'BAD_USER_INPUT',
      'a page beyond integers',
      `query ($id: ID!) { project(id: $id) { users(first: 99999999999) { nodes { id } } } }`,
      () => ({ id: project.id }),
    ],
    [
      'BAD_USER_INPUT',
      'a cursor of nobody',
      `query ($id: ID!) { project(id: $id) { users(after: "${CANARY}") { nodes { id } } } }`,
      () => ({ id: project.id }),
    ],
    [
      'BAD_USER_INPUT',
      'a long search',
      `query ($id: ID!, $s: String) { project(id: $id) { users(search: $s) { nodes { id } } } }`,
      () => ({ id: project.id, s: CANARY.repeat(20) }),
    ],
    [
      'BAD_USER_INPUT',
      'a date of another world',
      'mutation ($input: CreateAccessKeyInput!) { createAccessKey(input: $input) { secret } }',
      () => ({ input: { name: 'x', role: 'VIEWER', projectId: project.id, expiresAt: CANARY } }),
    ],
    [
      'BAD_USER_INPUT',
      'a batch of 101',
      `query ($e: ID!, $s: [SenderInput!]!) { checkAccessBatch(environmentId: $e, senders: $s) { allowed } }`,
      () => ({
        e: project.production,
        s: Array.from({ length: 101 }, () => ({ channel: 'SLACK', externalId: CANARY })),
      }),
    ],
    [
      'BAD_USER_INPUT',
      'an enum value of nobody',
      `{ checkAccess(environmentId: "x", sender: { channel: ${CANARY} }) { allowed } }`,
    ],
  ];
  test.each(probes.map(([code, name, ...sent]) => ({ code, name, sent })))('$code: $name', async ({ code, sent }) => {
    const [query, variables] = sent;
    const { status, text, errors } = await ask(keys.administrator, query, variables?.());
    // A document that is known is answered as it was when it was new.
    for (let again = 0; again < 2; again += 1) {
      expect((await ask(keys.administrator, query, variables?.())).text).toBe(text);
    }
    expect(text).not.toMatch(LEAKS);
    if (JSON.stringify(sent).includes(NAME) || JSON.stringify(variables?.())?.includes(NAME))
      expect(text).toContain(NAME);
    expect(status).toBeLessThan(500);
    expect(errors.map((error) => error.extensions.code)).toContain(code);
    expect(errors.length).toBeLessThanOrEqual(10);
  });

  test('a size that is left to its default counts, however the document was asked before', async () => {
    const page = (inner: string) => `users(first: $n) { nodes { ${inner} } }`;
    const project3 = `project(id: $id) { ${page(`project { ${page(`project { ${page('id')} }`)} }`)} }`;
    const query = `query ($id: ID!, $n: Int = 100) { ${project3} }`;
    for (let again = 0; again < 3; again += 1) {
      expect((await ask(keys.administrator, query, { id: project.id, n: null })).errors).toEqual([]);
    }
    const { errors } = await ask(keys.administrator, query, { id: project.id });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test.each(['Зоя', '+1 555-123-456', '555 123', 'a@b.co', '宮本'])('a value is not echoed: %s', async (value) => {
    const query = 'query ($s: SenderInput!) { checkAccess(environmentId: "x", sender: $s) { allowed } }';
    for (const sender of [{ channel: value }, { channel: 'SLACK', [value]: 1 }, { channel: { [value]: value } }]) {
      const { text } = await ask(keys.administrator, query, { s: sender });
      expect(text).not.toContain(value);
    }
  });

  test('what the contract itself calls things is said, for whoever writes a client', async () => {
    const query = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } } }';
    const { errors } = await ask(keys.administrator, query, { input: { phoneNumber: 5 } });
    expect(errors.map(({ message }) => message)).toEqual([
      'Variable "$input" got an invalid value: Field "projectId" of required type "ID!" was not provided.',
      'Variable "$input" got an invalid value at "input.phoneNumber": Expected type "String".',
    ]);
  });

  test.each([
    [
      'query ($sender: SenderInput!) { checkAccess(environmentId: "x", sender: $sender) { allowed } }',
      {
        sender: { channel: 'TELEGRAM', externalId: 555111222 },
      },
      'Variable "$sender" got an invalid value at "sender.externalId": Expected type "String".',
    ],
    [
      'query ($kennung: ID!) { user(id: $kennung) { id } }',
      {},
      'Variable "$kennung" of required type "ID!" was not provided.',
    ],
    [
      'query ($kennung: Int!) { user(id: $kennung) { id } }',
      { kennung: 1 },
      'Variable "$kennung" of type "Int!" used in position expecting type "ID!".',
    ],
    ['{ viewer { nmae } }', {}, 'Cannot query field "nmae" on type "Viewer". Did you mean "name"?'],
    ['{ viewer { ...Profil } }', {}, 'Unknown fragment "Profil".'],
    ['{ user(ident: "x") { id } }', {}, 'Unknown argument "ident" on field "Query.user". Did you mean "id"?'],
    [
      '{ user(id: "x") { wer: id wer: email } }',
      {},
      'Fields "wer" conflict because "id" and "email" are different fields. Use different aliases on the fields to fetch both if this was intentional.',
    ],
    ['query Eine { viewer { name } } Zwei', {}, 'Syntax Error: Unexpected Name "Zwei".'],
    ['{ viewer { name ) }', {}, 'Syntax Error: Expected Name, found ")".'],
    ['{ viewer { name "geheim" } }', {}, 'Syntax Error: Expected Name.'],
  ])('names that the caller wrote are in the message: %s', async (query, variables, message) => {
    const { errors } = await ask(keys.administrator, query, variables);
    expect(errors.map((error) => error.message)).toContain(message);
  });

  const CHECK = 'query ($s: SenderInput!) { checkAccess(environmentId: "x", sender: $s) { allowed } }';
  const CHECK_BATCH = 'query ($s: [SenderInput!]!) { checkAccessBatch(environmentId: "x", senders: $s) { allowed } }';
  const KEY = 'mutation ($i: CreateAccessKeyInput!) { createAccessKey(input: $i) { secret } }';
  const keyUntil = (expiresAt: unknown) => ({ i: { name: 'x', role: 'VIEWER', expiresAt } });
  const inline = (sender: string) => `{ checkAccess(environmentId: "x", sender: ${sender}) { allowed } }`;
  const channel = 'Expected type "Channel".';
  const moment = 'Variable "$i" got an invalid value at "i.expiresAt": Expected type "DateTime".';
  test.each<[string, object, string]>([
    [CHECK, { s: { channel: 5 } }, `Variable "$s" got an invalid value at "s.channel": ${channel}`],
    [CHECK, { s: { channel: true } }, `Variable "$s" got an invalid value at "s.channel": ${channel}`],
    [CHECK, { s: { channel: ['SLACK'] } }, `Variable "$s" got an invalid value at "s.channel": ${channel}`],
    [CHECK_BATCH, { s: [{ channel: {} }] }, `Variable "$s" got an invalid value at "s[0].channel": ${channel}`],
    [
      CREATE,
      { input: { channelIdentities: [{ channel: 7, externalId: '1' }] } },
      `at "input.channelIdentities[0].channel": ${channel}`,
    ],
    [KEY, keyUntil('2027-02-30T00:00:00Z'), moment],
    [KEY, keyUntil('2027-02-20'), moment],
    [KEY, keyUntil('yesterday'), moment],
    [KEY, keyUntil(true), moment],
    [
      'query ($n: Int) { project(id: "x") { users(first: $n) { totalCount } } }',
      { n: 9_999_999_999 },
      'Variable "$n" got an invalid value: Expected type "Int".',
    ],
    [
      inline('{ channel: TELEGRAM, externalId: 555111222 }'),
      {},
      'String cannot take this value at "sender.externalId".',
    ],
    [
      inline('{ channel: TELEGRAMM }'),
      {},
      'Value "…" does not exist in "Channel" enum at "sender.channel". Did you mean the enum value "TELEGRAM"?',
    ],
    [inline('{ channel: 5 }'), {}, 'Enum "Channel" cannot take this value at "sender.channel".'],
    [
      '{ checkAccessBatch(environmentId: "x", senders: [{ channel: SLACK }, { channel: SLACK, email: 1 }]) { allowed } }',
      {},
      'String cannot take this value at "senders[1].email".',
    ],
    [
      '{ checkAccess(environmentId: null, sender: { channel: SLACK }) { allowed } }',
      {},
      'Expected value of type "ID!" at "environmentId".',
    ],
    [
      'query ($s: SenderInput = { channel: SLACK, email: 5 }) { checkAccess(environmentId: "x", sender: $s) { allowed } }',
      {},
      'String cannot take this value at "s.email".',
    ],
    ['{ viewer @include(if: 5) { name } }', {}, 'Boolean cannot take this value at "if".'],
  ])('of a value that is unfit is told where it is and what was expected: %s %j', async (query, variables, message) => {
    const { errors } = await ask(keys.administrator, query, variables);
    expect(errors.map((error) => error.message)).toContainEqual(expect.stringContaining(message));
  });

  test.each<[string, object]>([
    [CHECK.replace('allowed', 'telegram: allowed'), { s: { channel: 'telegram' } }],
    [CHECK, { s: { channel: 'telegram', telegram: 1 } }],
    [CHECK, { s: { channel: 'User' } }],
    [
      'query ($c: Channel = SLACK) { checkAccess(environmentId: "x", sender: { channel: $c, externalId: "a\\"User\\"" }) { allowed } }',
      { c: null },
    ],
  ])('a value is not echoed where it happens to be a name, too: %s %j', async (query, variables) => {
    const { errors } = await ask(keys.administrator, query, variables);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message } of errors) expect(message).not.toMatch(/Value "telegram"|User/);
  });

  test('of a hundred mistakes ten are told', async () => {
    const { errors } = await ask(keys.administrator, `{ ${repeat(100, (i) => `f${i}`)} }`);
    expect(errors).toHaveLength(10);
  });

  test.each([
    ['{ viewerr { name } }', 'Cannot query field "viewerr" on type "Query". Did you mean "viewer"?'],
    [
      '{ checkAccess(environmentI: "x") { allowed } }',
      'Unknown argument "environmentI" on field "Query.checkAccess". Did you mean "environmentId"?',
    ],
  ])('a gateway, which may read the schema, is told of it like everybody else: %s', async (query, message) => {
    expect((await ask(keys.gateway, query)).errors.map((error) => error.message)).toContain(message);
  });
});

async function ask(key: string, query: string, variables?: object) {
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const errors: { message: string; extensions: { code: string } }[] = JSON.parse(text).errors ?? [];
  return { status: response.status, text, errors };
}
