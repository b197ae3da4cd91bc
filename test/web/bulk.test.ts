import { readFile } from 'node:fs/promises';
import { beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Page, Request } from 'playwright-core';
import { addCrowd } from '../support/crowd.ts';
import { box as boxOf, holdBack } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeAll(async () => {
  project = await web.service.project();
  for (let number = 1; number <= 22; number += 1) {
    const environmentIds = [number === 20 ? project.staging : project.production];
    await project.user({ firstName: 'Own', lastName: String(number), environmentIds });
  }
});

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const bar = (page: Page) => page.getByRole('group', { name: 'Selected users' });

async function namesIn(environmentId: string, of = project): Promise<string[]> {
  const query = `query ($id: ID!, $filter: UserFilter) { project(id: $id) { users(first: 100, filter: $filter) { nodes { fullName } } } }`;
  const { data } = await of.viewer(query, { id: of.id, filter: { environmentIds: [environmentId] } });
  return (data.project?.users.nodes ?? []).map(({ fullName }: { fullName: string }) => fullName);
}

/** Answers so many of the next mutations so; the rest goes through. */
async function refuse(page: Page, { status, after, times }: { status: number; after: number; times: number }) {
  let left = times;
  await page.route('**/graphql', (route) => {
    if (left === 0 || !route.request().postData()?.includes('mutation')) return route.fallback();
    left -= 1;
    return route.fulfill({ status, headers: { 'retry-after': String(after) }, body: 'Not just now' });
  });
}

/** Chooses environments in the dialog that is open, and lets it do its work. */
async function choose(page: Page, environment: string, submit: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(environment).check();
  await dialog.getByRole('button', { name: submit, exact: true }).click();
}

test('A range is ticked with Shift or x, environments are given to all of them once the service can, and whoever is refused is told with the reason; a page is ticked by its head and kept while one turns pages; all who are found are named by their search, never by ids', async () => {
  const page = await web.visit(project);
  await box(page, 'Own 22').check();
  await box(page, 'Own 19').click({ modifiers: ['Shift'] });
  await bar(page).getByText('4 selected').waitFor();
  await row(page, 'Own 21').getByRole('link').focus();
  await page.keyboard.press('x');
  await bar(page).getByText('3 selected').waitFor();
  // What a service that is asked too much, and a proxy before one that is away, answer.
  await refuse(page, { status: 429, after: 3600, times: 1 });
  await bar(page).getByRole('button', { name: 'Add to…' }).click();
  await choose(page, 'Development', 'Add');
  await page.getByRole('dialog').getByRole('alert').getByText('HTTP 429').waitFor();
  await refuse(page, { status: 503, after: 1, times: 2 });
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByText('Waiting, then trying again').waitFor();
  await page.getByText('3 users were changed.').waitFor();
  expect(await namesIn(project.development)).toEqual(['Own 22', 'Own 20', 'Own 19']);
  await page.getByRole('button', { name: 'Close' }).last().click();
  await row(page, 'Own 22').getByText('Development').waitFor();
  await box(page, 'Own 21').check();
  await bar(page).getByRole('button', { name: 'Remove from…' }).click();
  await choose(page, 'Production', 'Remove');
  await page.getByText('2 users were changed.').waitFor();
  await page.getByText('1 user was so already.').waitFor();
  await page.getByText('1 user was refused:').waitFor();
  await page.getByRole('listitem').getByText('Own 21: User must have at least one environment').waitFor();
  expect(await namesIn(project.production)).toHaveLength(19);

  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('searchbox').fill('own');
  await page.waitForURL('**/users?q=own');
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await bar(page).getByText('20 selected').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await box(page, 'Own 1').check();
  await bar(page).getByText('21 selected').waitFor();
  await bar(page).getByRole('button', { name: 'Select all 22 found' }).click();
  await bar(page).getByText('22 selected').waitFor();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await project.user({ firstName: 'Own', lastName: 'Newcomer' });
  const sent = page.waitForRequest((request) => request.postData()?.includes('deleteUsers') ?? false);
  await page.getByRole('button', { name: 'Remove 22 users' }).click();
  expect((await sent).postDataJSON().variables.input).toEqual({
    projectId: project.id,
    selection: { search: 'own', filter: {} },
    expectedCount: 22,
  });
  await page.getByRole('dialog').getByRole('alert').getByText('23').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await bar(page).getByText('23 selected').waitFor();
  await bar(page).getByRole('button', { name: 'Clear selection' }).click();
  await bar(page).waitFor({ state: 'detached' });
  await box(page, 'Own 1').check();
  await page.getByRole('searchbox').fill('newcomer');
  await row(page, 'Newcomer').waitFor();
  expect(await bar(page).count()).toBe(0);
});

test('More than a thousand are worked through in several requests, with how far it is, and can be stopped; whoever is seen meanwhile stays', async () => {
  const crowd = await web.service.project();
  await addCrowd(web.service.owner, crowd.id, [crowd.production], { users: 1050, telegramId: 1 });
  const page = await web.visit(crowd, { path: 'users?seen=never' });
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await bar(page).getByRole('button', { name: 'Select all 1,050 found' }).click();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const letGo = await holdBack(page, (request) => request.postData()?.includes('after":"') ?? false);
  await page.getByRole('button', { name: 'Remove 1,050 users' }).click();
  await page.getByText('0 of 1,050 done').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  letGo();
  await page.getByText('It was stopped. What was done stays.').waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.unrouteAll({ behavior: 'wait' });
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const send = await holdBack(page, (request) => request.postData()?.includes('deleteUsers') ?? false);
  const isSent = page.waitForRequest((request) => request.postData()?.includes('deleteUsers') ?? false);
  await page.getByRole('button', { name: 'Remove 1,050 users' }).click();
  const [seen] = (await isSent).postDataJSON().variables.input.ids;
  await sql`insert into seen_users (project_id, user_id, seen_at) values (${crowd.id}, ${seen}, now())`.execute(
    web.service.owner,
  );
  send();
  await page.getByText('1,049 users were removed.').waitFor();
  await page.getByText('1 user was seen meanwhile, and left as they are.').waitFor();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await bar(page).waitFor({ state: 'detached' });
  expect(await namesIn(crowd.production, crowd)).toEqual(['Crowd']);
});

/** The dialog to delete all 1,100 users of a project, with the first page of their ids held back. */
async function beginDeleting(users = 1100) {
  const crowd = await web.service.project();
  await addCrowd(web.service.owner, crowd.id, [crowd.production], { users, telegramId: 1 });
  const page = await web.visit(crowd);
  await page.getByRole('link', { name: 'Requests', exact: true }).click();
  await page.getByRole('link', { name: 'Users', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  const count = users.toLocaleString('en');
  await bar(page)
    .getByRole('button', { name: `Select all ${count} found` })
    .click();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const deleting: Request[] = [];
  page.on('request', (request) => {
    if (request.postData()?.includes('deleteUsers')) deleting.push(request);
  });
  const letGo = await holdBack(page, (request) => request.postData()?.includes('query UserIds') ?? false);
  return { crowd, page, deleting, letGo, start: page.getByRole('button', { name: `Remove ${count} users` }) };
}

test('What is done to many goes on only while it is seen: going back stops it, and tells how far it came; closing the tab asks first; another key does not go on with it; nor is an environment removed whose users were to be moved first', async () => {
  const { page, deleting, letGo, start } = await beginDeleting();
  await start.click();
  await page.getByText('0 of 1,100 done').waitFor();
  const question = page.waitForEvent('dialog');
  await page.close({ runBeforeUnload: true });
  expect((await question).type()).toBe('beforeunload');
  await (await question).dismiss();
  await page.goBack();
  await page.getByRole('heading', { name: 'Requests', exact: true }).waitFor();
  letGo();
  const notice = page.getByRole('alert').filter({ hasText: '0 of 1,100 done' });
  await notice.getByText('It was stopped. What was done stays.').waitFor();
  expect(deleting).toEqual([]);

  const other = await beginDeleting();
  await other.start.click();
  await other.page.getByText('0 of 1,100 done').waitFor();
  await other.page.evaluate(`location.hash = 'key=${await web.service.secretFor('ADMINISTRATOR', other.crowd.id)}'`);
  await other.page.getByRole('button', { name: 'Use the other key' }).click();
  await other.page.getByRole('checkbox', { name: 'Select this page' }).waitFor();
  other.letGo();
  await other.page.getByRole('alert').getByText('It was stopped. What was done stays.').waitFor();
  expect(other.deleting).toEqual([]);

  const own = await web.service.project();
  await own.user({ firstName: 'Only', lastName: 'There', environmentIds: [own.production] });
  const moving = await web.visit(own);
  await moving.getByRole('link', { name: 'Environments', exact: true }).click();
  await moving.getByRole('button', { name: 'Remove Production' }).click();
  await moving.getByRole('button', { name: 'Remove', exact: true }).click();
  const goOn = await holdBack(moving, (request) => request.postData()?.includes('query UserIds') ?? false);
  await moving.getByRole('button', { name: 'Move and remove' }).click();
  await moving.getByText('0 users moved').waitFor();
  await moving.goBack();
  await row(moving, 'Only There').waitFor();
  goOn();
  await moving.getByRole('alert').getByText('It was stopped. What was done stays.').waitFor();
  expect(await namesIn(own.production, own)).toEqual(['Only There']);
});

test('Of more than a thousand who are found, those are not deleted who came after they were counted', async () => {
  const { crowd, page, letGo, start } = await beginDeleting();
  const { id } = await crowd.user({ firstName: 'New', lastName: 'Comer' });
  letGo();
  await start.click();
  await page.getByRole('dialog').getByRole('alert').getByText('1,101').waitFor();
  const query = 'query ($id: ID!) { user(id: $id) { fullName } }';
  expect((await crowd.viewer(query, { id })).data.user).toEqual({ fullName: 'New Comer' });
});

test('Review shows who was silent, was never seen, whose time ends and when, or who is in Production without having written, and removes many at once; an environment that is the only one of some is removed in one step that moves them, and nobody else, to another, for as long as they had', async () => {
  const own = await web.service.project();
  const ids: string[] = [];
  for (const [firstName, days] of [
    ['Fresh', 1],
    ['Silent', 100],
    ['Gone', 400],
  ] as const) {
    const { id } = await own.user({ firstName, lastName: 'One', environmentIds: [own.staging, own.production] });
    ids.push(id);
    await sql`update users set created_at = now() - make_interval(days => ${days + 1}) where id = ${id}`.execute(
      web.service.owner,
    );
  }
  await sql`insert into seen_users (project_id, user_id, seen_at) values (${own.id}, ${ids[1]}, now() - interval '100 days')`.execute(
    web.service.owner,
  );
  const [soon, past] = [inDays(10), inDays(-10)];
  for (const [user, at] of [
    [ids[0], soon],
    [ids[2], past],
  ] as const) {
    await sql`update user_environments set expires_at = ${at} where user_id = ${user} and environment_id = ${own.production}`.execute(
      web.service.owner,
    );
  }
  const page = await web.visit(own);
  await page.getByRole('link', { name: 'Review' }).click();
  const preset = (name: string) => page.getByRole('button', { name });
  await preset('2 Silent for 90 days').and(page.locator('[aria-pressed=true]')).waitFor();
  await row(page, 'Silent One').locator('time[title]').getByText('100 days ago').waitFor();
  expect(await row(page, 'Fresh').count()).toBe(0);
  await preset('1 Silent for 180 days').click();
  await row(page, 'Silent One').waitFor({ state: 'detached' });
  await preset('2 Access ends within 30 days').click();
  await row(page, 'Fresh')
    .getByText(`Production: May talk until ${dayOf(soon)}`)
    .waitFor();
  await row(page, 'Gone')
    .getByText(`Production: Could talk until ${dayOf(past)}`)
    .waitFor();
  await preset('2 In Production without having written').click();
  await row(page, 'Gone').getByText('Could talk').waitFor({ state: 'detached' });
  await row(page, 'Fresh').waitFor();
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({
    environment: own.production,
    seen: 'never',
  });
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await bar(page).getByRole('button', { name: 'Remove from…' }).click();
  await choose(page, 'Production', 'Remove');
  await page.getByText('2 users were changed.').waitFor();
  expect(await namesIn(own.production, own)).toEqual(['Silent One']);

  await page.getByRole('button', { name: 'Close' }).last().click();
  const only = await own.user({ firstName: 'Only', lastName: 'There', environmentIds: [own.production] });
  await sql`update user_environments set expires_at = ${soon} where user_id = ${only.id}`.execute(web.service.owner);
  await own.user({ firstName: 'Also', lastName: 'There', environmentIds: [own.development, own.production] });
  await page.getByRole('link', { name: 'Environments', exact: true }).click();
  await page.getByRole('button', { name: 'Remove Production' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByLabel('Move them to').selectOption('Development');
  await page.getByRole('button', { name: 'Move and remove' }).click();
  await page.getByText('Production was removed').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await namesIn(own.development, own)).toEqual(['Also There', 'Only There']);
  expect(await namesIn(own.staging, own)).toEqual(['Fresh One', 'Silent One', 'Gone One']);
  const { rows } = await sql`select expires_at from user_environments where user_id = ${only.id}`.execute(
    web.service.owner,
  );
  expect(rows).toEqual([{ expiresAt: soon }]);
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const dayOf = (date: Date) => new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);

test('Who is ticked, or who is found, is exported as the service writes it', async () => {
  const own = await web.service.project();
  await own.user({ firstName: 'Line, "break"', lastName: 'One', environmentIds: [own.production] });
  await own.user({ firstName: 'Second', lastName: 'One', environmentIds: [own.staging] });
  await own.user({ firstName: 'Third', lastName: 'Else', environmentIds: [own.staging] });
  const page = await web.visit(own, { role: 'VIEWER', path: `users?q=one&environment=${own.staging}` });
  const save = async () => {
    const download = page.waitForEvent('download');
    await bar(page).getByRole('button', { name: 'Export' }).click();
    const rows = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    return rows.map((line) => line.split(',').slice(2, -7).join(','));
  };
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  await box(page, 'Second One').uncheck();
  await page.goto(page.url().replace(/&.*/, ''));
  await box(page, 'Line, "break" One').check();
  expect(await save()).toEqual(['first_name,middle_name', '"Line, ""break""",']);
  await bar(page).getByRole('button', { name: 'Select all 2 found' }).click();
  expect((await save()).toSorted()).toEqual(['"Line, ""break""",', 'Second,', 'first_name,middle_name']);
  expect(await bar(page).getByRole('button', { name: 'Delete' }).count()).toBe(0);
});

test('No notice lies over what can be done with the selected, on a phone either', async () => {
  const own = await web.service.project();
  const page = await web.visit(own, { path: 'users?add=new' });
  const form = page.getByRole('dialog', { name: 'Add User' });
  await form.getByLabel('Phone Number').fill('+442079460099');
  await form.getByLabel('First Name').fill('Grace');
  await form.getByLabel('Last Name').fill('Hopper');
  await form.getByLabel('Staging').check();
  await form.getByRole('button', { name: 'Add User' }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Grace Hopper was added' });
  await notice.waitFor();
  await box(page, 'Grace Hopper').check();
  await bar(page).waitFor();
  for (const size of [
    { width: 1280, height: 860 },
    { width: 360, height: 740 },
  ]) {
    await page.setViewportSize(size);
    const [under, over] = [await boxOf(bar(page)), await boxOf(notice)];
    expect({ size, isClear: over.y + over.height <= under.y }).toEqual({ size, isClear: true });
  }
});
