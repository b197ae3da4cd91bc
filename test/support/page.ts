import type { BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import type { Project, Service } from './service.ts';

type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';

const secrets = new Map<string, Promise<string>>();

/** That of the key with which the pages of a project are visited. */
export function sharedSecret(service: Service, project: Project, role: Role): Promise<string> {
  const name = `${role} ${project.id}`;
  const secret = secrets.get(name) ?? service.secretFor(role, project.id);
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
  const page = await browser.newPage(options);
  const secret = await sharedSecret(service, project, role);
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

export type Box = { x: number; y: number; width: number; height: number };

/** Where on the page it lies, and how large it is. */
export async function box(of: Locator): Promise<Box> {
  const found = await of.boundingBox();
  if (!found) throw new Error('It is not on the page.');
  return found;
}

/** A person who may come in with the company account. */
export async function addMember(
  project: Project,
  member: { subject: string; name: string; role?: Role },
): Promise<void> {
  const answer = await project.administrator(
    'mutation ($input: AddProjectMemberInput!) { addProjectMember(input: $input) { userErrors { message } } }',
    { input: { projectId: project.id, role: 'VIEWER', ...member } },
  );
  const { userErrors } = answer.data.addProjectMember;
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
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
