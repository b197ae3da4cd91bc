import { beforeAll, expect, test } from '@jest/globals';
import { CHECK_ACCESS, CREATE_ACCESS_KEY, REVOKE_ACCESS_KEY } from '../support/documents.ts';
import { caller, errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// What many ask at once is asked of the database together: nobody may be told what was asked for, or found for, another.

const service = useService();
let projects: Project[];

beforeAll(async () => {
  projects = await Promise.all(['One', 'Two', 'Three'].map((name) => service.project(name)));
});

const MANY = 60;
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: MANY }, (_, index) => make(index));

test('of many access checks at once each is answered for its own key, environment and sender', async () => {
  const phoneNumber = '+15557770001';
  const [first, second, third] = projects as [Project, Project, Project];
  const user = await first.user({ phoneNumber, environmentIds: [first.production] });
  const namesake = await second.user({ phoneNumber, environmentIds: [second.staging] });
  const sender = { channel: 'TELEGRAM', phoneNumber };
  const stranger = { channel: 'TELEGRAM', phoneNumber: '+15557770002' };
  const bound = await service.keyFor('GATEWAY', first.id, [first.production]);
  const asked: [Pick<Project, 'gateway'>, string, object, string, string | null][] = [
    [{ gateway: bound }, first.production, sender, 'ALLOWED', user.id],
    [{ gateway: bound }, first.staging, sender, 'UNKNOWN_ENVIRONMENT', null],
    [first, first.production, sender, 'ALLOWED', user.id],
    [first, first.staging, sender, 'NOT_IN_ENVIRONMENT', user.id],
    [first, first.production, stranger, 'UNKNOWN_SENDER', null],
    [second, second.staging, sender, 'ALLOWED', namesake.id],
    [second, first.production, sender, 'UNKNOWN_ENVIRONMENT', null],
    [third, third.production, sender, 'UNKNOWN_SENDER', null],
    [third, third.production, { channel: 'SLACK', externalId: 'none' }, 'INVALID_SENDER', null],
  ];
  const turn = (index: number) => asked[index % asked.length] as (typeof asked)[number];
  const answers = await Promise.all(
    many((index) => {
      const [{ gateway }, environmentId, sender] = turn(index);
      return gateway(CHECK_ACCESS, { environmentId, sender });
    }),
  );
  const decisions = answers.map(({ data }) => [data.checkAccess.reason, data.checkAccess.user?.id ?? null]);
  expect(decisions).toEqual(many((index) => turn(index).slice(3)));
});

test('of many pages at once each shows the environments of its own users', async () => {
  await Promise.all(projects.map((project) => project.user({ environmentIds: [project.staging, project.production] })));
  const document = `query ($id: ID!) { project(id: $id) { id users(first: 100) { nodes { environments { id } } } } }`;
  const pages = await Promise.all(
    many((index) => {
      const project = projects[index % projects.length] as Project;
      return project.viewer(document, { id: project.id });
    }),
  );
  for (const { data } of pages) {
    const project = projects.find(({ id }) => id === data.project?.id);
    const shown = data.project?.users.nodes.flatMap(({ environments }) => environments.map(({ id }) => id)) ?? [];
    expect(shown.length).toBeGreaterThan(1);
    expect(
      shown.filter((id) => ![project?.development, project?.staging, project?.production].includes(String(id))),
    ).toEqual([]);
  }
});

test('a project of somebody else stays hidden among many that ask for it', async () => {
  const [first, second] = projects as [Project, Project];
  const answers = await Promise.all(
    many((index) =>
      (index % 2 ? first : second).viewer('query ($id: ID!) { project(id: $id) { id } }', { id: first.id }),
    ),
  );
  expect(answers.map(({ data }) => data.project?.id ?? null)).toEqual(many((index) => (index % 2 ? first.id : null)));
});

test('a key that was revoked is refused from the next request on, however many are under way', async () => {
  const [project] = projects as [Project];
  const input = { projectId: project.id, name: 'Short-lived', role: 'VIEWER' };
  const { accessKey, secret } = (await project.administrator(CREATE_ACCESS_KEY, { input })).data.createAccessKey;
  const call = caller(service.url, String(secret));
  let isRevoked = false;
  const late: (string | undefined)[] = [];
  const askOn = async () => {
    for (let asked = 0; asked < 10; ) {
      const isLate = isRevoked;
      const answer = await call('{ viewer { name } }');
      if (!isLate) continue;
      late.push(errorCode(answer));
      asked += 1;
    }
  };
  const asking = many(askOn);
  await call('{ viewer { name } }');
  await project.administrator(REVOKE_ACCESS_KEY, { input: { id: accessKey?.id } });
  isRevoked = true;
  await Promise.all(asking);
  expect(new Set(late)).toEqual(new Set(['UNAUTHENTICATED']));
});

test('many access checks at once take fewer statements than there are checks', async () => {
  const [project] = projects as [Project];
  const sender = { channel: 'TELEGRAM', phoneNumber: '+15557770003' };
  const check = () => project.gateway(CHECK_ACCESS, { environmentId: project.production, sender });
  await check();
  expect(await service.countStatements(() => Promise.all(many(check)))).toBeLessThan(MANY);
});
