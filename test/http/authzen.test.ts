import { beforeAll, describe, expect, test } from '@jest/globals';
import { BLOCK_SENDER, LINK_IDENTITY } from '../support/documents.ts';
import { CANARY, LEAKS } from '../support/hostile.ts';
import { type Project, type Service, startService } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

const service = useService();
let project: Project;
let gateway: string;
let anaId: string;
let anaNumber: string;

const NOBODY = '00000000-0000-4000-8000-000000000000';

beforeAll(async () => {
  project = await service.project();
  gateway = await service.secretFor('GATEWAY', project.id);
  const ana = await project.user({ environmentIds: [project.production] });
  [anaId, anaNumber] = [ana.id, String(ana.phoneNumber)];
  const input = { userId: anaId, channel: 'TELEGRAM', externalId: '123456789' };
  await project.administrator(LINK_IDENTITY, { input });
});

type Sent = { key?: string; headers?: Record<string, string>; method?: string; at?: Service };

async function send(
  path: string,
  body: unknown,
  { key = gateway, headers = {}, method = 'POST', at = service }: Sent = {},
) {
  const response = await fetch(new URL(`/access/v1/${path}`, at.url), {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const type = response.headers.get('content-type');
  return {
    status: response.status,
    type,
    text,
    json: type === 'application/json' ? JSON.parse(text) : undefined,
    response,
  };
}

const ask = (body: unknown, sent?: Sent) => send('evaluation', body, sent);
const askMany = (body: unknown, sent?: Sent) => send('evaluations', body, sent);

const talk = { name: 'talk' };
const production = () => ({ type: 'environment', id: project.production });
const sender = (id: string, properties?: object) => ({ type: 'sender', id, ...(properties && { properties }) });
const decide = async (subject: object) => (await ask({ subject, action: talk, resource: production() })).json;
const decisionsIn = ({ json }: { json: { evaluations: { decision: boolean }[] } }) =>
  json.evaluations.map(({ decision }) => decision);

describe('an evaluation', () => {
  test('is what checkAccess answers, in the form of the standard', async () => {
    const { status, type, json } = await ask({
      subject: sender('TELEGRAM:123456789'),
      resource: { ...production(), properties: { region: 'eu' } },
      action: { ...talk, properties: { method: 'POST' } },
      context: { time: '1985-10-26T01:22-07:00' },
      futureField: { nested: true },
    });
    expect([status, type]).toEqual([200, 'application/json']);
    expect(json).toEqual({
      decision: true,
      context: {
        ...{ reason: 'ALLOWED', shouldRegister: false, selfRegistration: 'OPEN' },
        ...{ matchedBy: 'IDENTITY', userId: anaId },
      },
    });
    expect(await decide(sender('SLACK:T1ABCDEFG:U9ABCDEFG'))).toEqual({
      decision: false,
      context: {
        ...{ reason: 'UNKNOWN_SENDER', shouldRegister: true, selfRegistration: 'OPEN' },
        ...{ matchedBy: null, userId: null },
      },
    });
  });

  test('takes the sender from the id, from properties, or from both', async () => {
    const reasons = async (...subjects: object[]) =>
      Promise.all(subjects.map(async (subject) => (await decide(subject)).context.reason));
    expect(
      await reasons(
        sender(`WHATSAPP:${anaNumber}`),
        sender(`TELEGRAM:${anaNumber}`),
        sender('TELEGRAM:123456789', { phoneNumber: anaNumber.slice(1), department: 'Sales' }),
        sender('the caller’s own word', { channel: 'WHATSAPP', phoneNumber: anaNumber.slice(1) }),
        sender('TELEGRAM:1', { externalId: '123456789' }),
        sender(`TELEGRAM:${anaNumber}`, { channel: 'WHATSAPP' }),
      ),
    ).toEqual(Array(6).fill('ALLOWED'));
    expect(await reasons(sender('TELEGRAM:42', { phoneNumber: anaNumber }))).toEqual(['ALLOWED']);
    expect(await reasons(sender('TELEGRAM:123456789', { phoneNumber: 'x' }))).toEqual(['INVALID_SENDER']);
  });

  test.each<[string, object]>([
    ['an id without a channel', sender('123456789')],
    ['an unknown channel', sender('SIGNAL:123456789')],
    ['a channel in small letters', sender('telegram:123456789')],
    ['nothing behind the channel', sender('TELEGRAM:')],
    ['an empty id', sender('')],
    ['a number for a text', sender('', { channel: 'TELEGRAM', externalId: 123456789 })],
    ['a list for a text', sender('', { channel: ['TELEGRAM'], externalId: '123456789' })],
    ['a group', sender('TELEGRAM:-1001')],
    ['a key of every object', sender('TELEGRAM:constructor', JSON.parse('{"__proto__":{"channel":"TELEGRAM"}}'))],
    ['a megabyte less', sender(`TELEGRAM:${'1'.repeat(200_000)}`)],
  ])('denies a sender that is malformed: %s', async (_name, subject) => {
    expect(await decide(subject)).toMatchObject({ decision: false, context: { reason: 'INVALID_SENDER' } });
  });

  test.each<[string, () => object]>([
    ['UNKNOWN_SUBJECT_TYPE', () => ({ subject: { type: 'user', id: 'TELEGRAM:123456789' } })],
    ['UNKNOWN_ACTION', () => ({ action: { name: 'can_read' } })],
    ['UNKNOWN_RESOURCE_TYPE', () => ({ resource: { type: 'account', id: project.production } })],
    ['UNKNOWN_ENVIRONMENT', () => ({ resource: { type: 'environment', id: 'Production' } })],
    ['UNKNOWN_ENVIRONMENT', () => ({ resource: { type: 'environment', id: NOBODY } })],
    ['NOT_IN_ENVIRONMENT', () => ({ resource: { type: 'environment', id: project.staging } })],
  ])('denies what it does not know: %s', async (reason, change) => {
    const request = { subject: sender('TELEGRAM:123456789'), action: talk, resource: production(), ...change() };
    const { status, json } = await ask(request);
    expect([status, json]).toMatchObject([200, { decision: false, context: { reason } }]);
    expect((await ask({ ...request, subject: { ...request.subject, properties: {} } })).json).toEqual(json);
  });

  test("answers another project's environment, and one that the key is not for, like a random one", async () => {
    const other = await service.project();
    const bound = await service.secretFor('GATEWAY', project.id, [project.staging]);
    const request = (id: string) => ({
      ...{ subject: sender('TELEGRAM:123456789'), action: talk },
      resource: { type: 'environment', id },
    });
    const random = (await ask(request(NOBODY))).json;
    expect((await ask(request(other.production))).json).toEqual(random);
    expect((await ask(request(project.production), { key: bound })).json).toEqual(random);
    expect((await ask(request(project.production.toUpperCase()))).json.decision).toBe(true);
  });
});

describe('a request that is not of the form of the standard is 400, with a text that quotes nothing of it', () => {
  const good = () => ({ subject: sender('TELEGRAM:1'), action: talk, resource: production() });
  const probes: [string, RegExp, () => unknown, contentType?: string][] = [
    ['no subject', /^subject /, () => ({ ...good(), subject: undefined })],
    ['no action', /^action /, () => ({ ...good(), action: undefined })],
    ['no resource', /^resource /, () => ({ ...good(), resource: undefined })],
    ['no type', /^subject\.type /, () => ({ ...good(), subject: { id: CANARY } })],
    ['no id', /^subject\.id /, () => ({ ...good(), subject: { type: CANARY } })],
    ['no name', /^action\.name /, () => ({ ...good(), action: {} })],
    ['no type of the resource', /^resource\.type /, () => ({ ...good(), resource: { id: CANARY } })],
    ['no id of the resource', /^resource\.id /, () => ({ ...good(), resource: { type: CANARY } })],
    ['a text for a subject', /^subject /, () => ({ ...good(), subject: CANARY })],
    ['a list for a subject', /^subject /, () => ({ ...good(), subject: [CANARY] })],
    ['a number for a name', /^action\.name /, () => ({ ...good(), action: { name: 123 } })],
    [
      'properties that are no object',
      /^subject\.properties /,
      () => ({ ...good(), subject: { ...good().subject, properties: CANARY } }),
    ],
    [
      'a NUL in the subject',
      /^subject\.id must contain no NUL /,
      () => ({ ...good(), subject: sender(`${CANARY}\0`) }),
    ],
    [
      'a NUL in a property',
      /^subject\.properties\.email must contain no NUL /,
      () => ({ ...good(), subject: sender('TELEGRAM:1', { email: `${CANARY}\0@example.com` }) }),
    ],
    [
      'half a character',
      /^subject\.id must contain no NUL /,
      () => ({ ...good(), subject: sender(`SLACK:${CANARY}\ud800`) }),
    ],
    [
      'a NUL in the resource',
      /^resource\.id must contain no NUL /,
      () => ({ ...good(), resource: { type: 'environment', id: `${CANARY}\0` } }),
    ],
    ['a context that is no object', /^context /, () => ({ ...good(), context: CANARY })],
    ['a list', /^The request /, () => [good()]],
    ['null', /^The request /, () => null],
    ['no JSON', /^The body /, () => `{"${CANARY}`],
    ['nothing', /^The body /, () => ''],
    ['another type', /application\/json/, good, 'text/plain'],
    ['a form', /application\/json/, good, 'application/x-www-form-urlencoded'],
  ];
  test.each(probes)('%s', async (_name, message, body, ...[type = 'application/json']) => {
    const sent = { headers: { 'content-type': type } };
    const answer = await ask(body(), sent);
    expect([answer.status, answer.type, answer.text]).toEqual([
      400,
      'text/plain; charset=utf-8',
      expect.stringMatching(message),
    ]);
    expect(answer.text).not.toMatch(LEAKS);
    expect((await askMany(body(), sent)).status).toBe(400);
  });

  test('101 evaluations, an unknown semantic, or defaults that are malformed', async () => {
    const evaluations = [{ resource: production() }];
    const many = await askMany({ ...good(), evaluations: Array(101).fill({}) });
    expect([many.status, many.text]).toEqual([400, 'evaluations may have at most 100 items.\n']);
    const semantic = await askMany({ ...good(), evaluations, options: { evaluations_semantic: CANARY } });
    expect([semantic.status, semantic.text]).toEqual([
      400,
      expect.stringMatching(/^options\.evaluations_semantic must be execute_all or deny_on_first_deny or/),
    ]);
    expect((await askMany({ ...good(), action: CANARY, evaluations })).status).toBe(400);
    expect((await askMany({ ...good(), evaluations: {} })).status).toBe(400);
  });
});

describe('evaluations', () => {
  const three = () => ({
    action: talk,
    resource: production(),
    evaluations: [
      { subject: sender('TELEGRAM:123456789') },
      { subject: sender('TELEGRAM:424242') },
      { subject: sender(`WHATSAPP:${anaNumber}`) },
    ],
  });
  const by = (evaluations_semantic: string) => ({ ...three(), options: { evaluations_semantic, another_option: 'x' } });

  test('are answered in their order, all of them unless another semantic is asked for', async () => {
    const { status, json } = await askMany(three());
    expect([status, Object.keys(json)]).toEqual([200, ['evaluations']]);
    expect(decisionsIn({ json })).toEqual([true, false, true]);
    expect(decisionsIn(await askMany(by('execute_all')))).toEqual([true, false, true]);
    expect(decisionsIn(await askMany(by('deny_on_first_deny')))).toEqual([true, false]);
    expect(decisionsIn(await askMany(by('permit_on_first_permit')))).toEqual([true]);
    const denied = { ...by('permit_on_first_permit'), evaluations: [{ subject: sender('TELEGRAM:5') }] };
    expect(decisionsIn(await askMany(denied))).toEqual([false]);
  });

  test('take as a whole what they lack from the request', async () => {
    const { json } = await askMany({
      subject: sender('TELEGRAM:123456789'),
      action: talk,
      resource: production(),
      context: { time: '2025-06-27T18:03-07:00' },
      evaluations: [
        {},
        { resource: { type: 'environment', id: project.staging } },
        { subject: sender('TELEGRAM:7'), context: { source: 'batch-override' } },
        { action: { name: 'listen' } },
      ],
    });
    expect(json.evaluations.map(({ context }: { context: { reason: string } }) => context.reason)).toEqual([
      'ALLOWED',
      'NOT_IN_ENVIRONMENT',
      'UNKNOWN_SENDER',
      'UNKNOWN_ACTION',
    ]);
  });

  test('that are faulty are denied alone', async () => {
    const faulty = [{ resource: production() }, {}, null, 'x', { resource: { type: 'environment' } }];
    const { status, json } = await askMany({
      subject: sender('TELEGRAM:123456789'),
      action: talk,
      evaluations: faulty,
    });
    expect([status, decisionsIn({ json })]).toEqual([200, [true, false, false, false, false]]);
    expect(json.evaluations[1]).toEqual({
      decision: false,
      context: { reason: 'INVALID_EVALUATION', error: { status: 400, message: 'resource must be of type object.' } },
    });
  });

  test('are none where the list is empty or missing: then the answer is that of a single one', async () => {
    const { evaluations: _, ...request } = { ...three(), subject: sender('TELEGRAM:123456789') };
    const single = (await ask(request)).json;
    expect((await askMany(request)).json).toEqual(single);
    expect((await askMany({ ...request, evaluations: [] })).json).toEqual(single);
    expect((await askMany(three().evaluations[0])).status).toBe(400);
  });

  test('of one environment are one statement, whatever their order', async () => {
    const resources = [production(), { type: 'environment', id: project.staging }];
    const evaluations = Array.from({ length: 100 }, (_, index) => ({
      ...{ subject: sender(`TELEGRAM:${index + 1000}`), resource: resources[index % 2] },
    }));
    const count = async (request: object) => {
      const asked = { action: talk, ...request };
      expect(decisionsIn(await askMany(asked))).toHaveLength(100);
      return service.countStatements(() => askMany(asked));
    };
    const ofOne = await count({ evaluations: evaluations.map(({ subject }) => ({ subject, resource: resources[0] })) });
    expect(await count({ evaluations })).toBe(ofOne + 1);
  });
});

test('a check for a message is noted as with checkAccess, and what was not evaluated is not', async () => {
  const { id, staging, administrator, viewer } = await service.project();
  const key = await service.secretFor('GATEWAY', id);
  const evaluations = ['TELEGRAM:31', 'TELEGRAM:32'].map((each) => ({ subject: sender(each) }));
  const resource = { type: 'environment', id: staging };
  await askMany(
    { action: talk, resource, evaluations, options: { evaluations_semantic: 'deny_on_first_deny' } },
    { key },
  );
  const requests = async () => {
    const { data } = await viewer(
      'query ($id: ID!) { project(id: $id) { accessRequests { nodes { externalId reason attempts } } } }',
      { id },
    );
    return data.project?.accessRequests.nodes ?? [];
  };
  await service.countStatements(async () => {});
  expect(await requests()).toEqual([{ externalId: '31', reason: 'UNKNOWN_SENDER', attempts: 1 }]);
  await administrator(BLOCK_SENDER, { input: { projectId: id, sender: { channel: 'TELEGRAM', externalId: '31' } } });
  const blocked = await ask({ subject: sender('TELEGRAM:31'), action: talk, resource }, { key });
  expect(blocked.json).toMatchObject({ decision: false, context: { reason: 'BLOCKED', shouldRegister: false } });
});

describe('over HTTP', () => {
  const good = () => ({ subject: sender('TELEGRAM:123456789'), action: talk, resource: production() });

  test('a request is told by its own id, good or bad', async () => {
    const headers = { 'x-request-id': 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716' };
    for (const answer of [ask(good(), { headers }), askMany({}, { headers }), ask(good(), { headers, key: 'none' })]) {
      expect((await answer).response.headers.get('x-request-id')).toBe(headers['x-request-id']);
    }
    expect((await ask(good())).response.headers.get('x-request-id')).toBeNull();
  });

  test('without a good key it is 401, by another method 405, with a long body 413', async () => {
    const bad = await ask(good(), { key: 'none' });
    expect([bad.status, bad.type, bad.response.headers.get('www-authenticate')]).toEqual([
      401,
      'text/plain; charset=utf-8',
      'Bearer',
    ]);
    const put = await ask(good(), { method: 'PUT' });
    expect([put.status, put.response.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask({ ...good(), context: { x: 'x'.repeat(300_000) } })).status).toBe(413);
  });

  test('each evaluation costs what a check costs', async () => {
    const limits = { requestsPerMinute: 1e6, costPerMinute: 10, failedKeysPerMinute: 1e6 };
    const limited = await startService(undefined, { limits }, service.connectionString);
    const request = { ...good(), evaluations: Array(10).fill({}) };
    expect((await askMany(request, { at: limited })).status).toBe(200);
    const refused = await ask(good(), { at: limited });
    expect([refused.status, refused.response.headers.get('retry-after')]).toEqual([
      429,
      expect.stringMatching(/^\d+$/),
    ]);
    await limited.close();
  });

  const configuration = async (path: string, init: RequestInit & { at?: Service } = {}) => {
    const response = await fetch(new URL(path, (init.at ?? service).url), init);
    return { status: response.status, type: response.headers.get('content-type'), json: await response.json() };
  };

  test('the configuration tells anybody where the endpoints are', async () => {
    const { host } = new URL(service.url);
    expect(await configuration('/.well-known/authzen-configuration')).toEqual({
      status: 200,
      type: 'application/json',
      json: {
        policy_decision_point: `http://${host}`,
        access_evaluation_endpoint: `http://${host}/access/v1/evaluation`,
        access_evaluations_endpoint: `http://${host}/access/v1/evaluations`,
      },
    });
  });

  test('below a base path the endpoints are below it, and the configuration is in front of it', async () => {
    const below = await startService(undefined, { basePath: '/users-management' }, service.connectionString);
    const { host } = new URL(below.url);
    for (const path of [
      '/.well-known/authzen-configuration/users-management',
      '/users-management/.well-known/authzen-configuration',
    ]) {
      const { json } = await configuration(path, { at: below });
      expect(json.policy_decision_point).toBe(`http://${host}/users-management`);
      const response = await fetch(json.access_evaluation_endpoint, {
        method: 'POST',
        headers: { authorization: `Bearer ${gateway}`, 'content-type': 'application/json' },
        body: JSON.stringify(good()),
      });
      expect((await response.json()).decision).toBe(true);
    }
    await below.close();
  });
});
