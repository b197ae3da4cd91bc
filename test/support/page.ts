import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import type { Project, Service } from './service.ts';

type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';

/** The secret of a new key of the project. */
export async function secretFor(project: Project, role: Role): Promise<string> {
  const answer = await project.administrator(
    'mutation ($input: CreateAccessKeyInput!) { createAccessKey(input: $input) { secret } }',
    { input: { name: `${role} of a test`, role, projectId: project.id } },
  );
  return answer.data.createAccessKey.secret ?? '';
}

const secrets = new Map<string, Promise<string>>();

function sharedSecret(project: Project, role: Role): Promise<string> {
  const name = `${role} ${project.id}`;
  const secret = secrets.get(name) ?? secretFor(project, role);
  secrets.set(name, secret);
  return secret;
}

/** A browser at this path of the project's settings, signed in by link. */
export async function visit(
  browser: TestBrowser,
  service: Service,
  project: Project,
  { role = 'ADMINISTRATOR', path = 'users', ...options }: { role?: Role; path?: string } & BrowserContextOptions = {},
): Promise<Page> {
  const page = await browser.newPage(Object.keys(options).length > 0 ? options : undefined);
  const secret = await sharedSecret(project, role);
  await page.goto(new URL(`/projects/${project.id}/${path}#key=${secret}`, service.url).href);
  return page;
}

/** Holds back the requests that `is` picks, until told to let them go. */
export async function holdBack(page: Page, is: (request: Request) => boolean): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route('**/graphql', async (route) => {
    if (is(route.request())) await promise;
    // It may have been given up meanwhile.
    await route.continue().catch(() => {});
  });
  return resolve;
}

export type Person = Partial<Record<'phoneNumber' | 'email' | 'firstName' | 'middleName' | 'lastName', string>> & {
  environmentIds?: string[];
};

let serial = 0;

/** Adds a user through the API; what is not given is made up. Returns the id. */
export async function addUser(project: Project, person: Person = {}): Promise<string> {
  serial += 1;
  const input = {
    projectId: project.id,
    phoneNumber: `+1555${String(1_000_000 + serial).padStart(7, '0')}`,
    firstName: 'Ana',
    lastName: `Number${serial}`,
    environmentIds: [project.production],
    ...person,
  };
  const answer = await project.administrator(
    'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }',
    { input },
  );
  const { user, userErrors } = answer.data.createUser;
  if (!user) throw new Error(JSON.stringify(userErrors));
  return user.id;
}

/** Somebody who came in through an assistant. */
export async function selfRegister(project: Project, sender: object, names: object = {}): Promise<string> {
  const answer = await project.gateway(
    'mutation ($input: SelfRegisterUserInput!) { selfRegisterUser(input: $input) { user { id } userErrors { message } } }',
    { input: { environmentId: project.production, sender, ...names } },
  );
  const { user, userErrors } = answer.data.selfRegisterUser;
  if (!user) throw new Error(JSON.stringify(userErrors));
  return user.id;
}
