import type { BrowserContextOptions, Page, Request } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import type { Project, Service } from './service.ts';

type Role = 'ADMINISTRATOR' | 'MEMBER' | 'VIEWER' | 'GATEWAY';

const secrets = new Map<string, Promise<string>>();

function sharedSecret(service: Service, project: Project, role: Role): Promise<string> {
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
  const page = await browser.newPage(Object.keys(options).length > 0 ? options : undefined);
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

/** Lets an owner decide who gets in. */
export async function setMode(project: Project, environmentId: string, selfRegistration: string): Promise<void> {
  await project.administrator(
    'mutation ($input: UpdateEnvironmentInput!) { updateEnvironment(input: $input) { userErrors { message } } }',
    { input: { id: environmentId, selfRegistration } },
  );
}

/** A stranger who writes to Staging, where an owner decides, and waits. */
export async function knock(project: Project, sender: object, names: object = {}): Promise<void> {
  await setMode(project, project.staging, 'APPROVAL');
  const answer = await project.gateway(
    'mutation ($input: SelfRegisterUserInput!) { selfRegisterUser(input: $input) { outcome userErrors { message } } }',
    { input: { environmentId: project.staging, sender, ...names } },
  );
  const { userErrors } = answer.data.selfRegisterUser;
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
}

/** The requests with this status, each as the name or number that the page shows. */
export async function requestsOf(project: Project, status: 'PENDING' | 'APPROVED' | 'DISMISSED') {
  const answer = await project.viewer(
    `query ($id: ID!, $status: AccessRequestStatus) { project(id: $id) {
      accessRequests(status: $status, first: 100) { nodes { id firstName externalId attempts } } } }`,
    { id: project.id, status },
  );
  return answer.data.project?.accessRequests.nodes ?? [];
}

/** What is blocked in the project, newest first. */
export async function blocksOf(project: Project) {
  const answer = await project.viewer(
    `query ($id: ID!) { project(id: $id) {
      blockedSenders(first: 100) { nodes { id phoneNumber externalId note user { id } } } } }`,
    { id: project.id },
  );
  return answer.data.project?.blockedSenders.nodes ?? [];
}
