import { beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CREATE_INVITATION, READ_USER, REDEEM_INVITATION, UPDATE_PROJECT } from '../support/documents.ts';
import { createDoor } from '../support/door.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';

let project: Project;

const web = useWeb();

beforeEach(async () => {
  project = await web.service.project();
});

const CODE = /^um-[A-Za-z0-9_-]{22}$/;
const invitations = (page: Page) => page.getByRole('list', { name: 'Invitations' }).getByRole('listitem');
const redeem = (code: string, externalId: string) =>
  project.gateway(REDEEM_INVITATION, {
    input: { environmentId: project.production, sender: { channel: 'TELEGRAM', externalId }, code },
  });

async function invite(page: Page) {
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  return page.getByRole('dialog', { name: 'Invite' });
}

test('An invitation shows its code and links once, to copy and to scan, until Done wherever the back button leads, and works', async () => {
  await project.administrator(UPDATE_PROJECT, {
    input: { id: project.id, telegramBot: 'acme_support_bot', whatsAppNumber: '+14155550100' },
  });
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  const page = await web.visit(project, {
    role: 'MEMBER',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.getByRole('link', { name: 'Ana Lima' }).click();
  await page.getByText('No invitation yet.').waitFor();
  await (await invite(page)).getByRole('button', { name: 'Create invitation' }).click();
  const created = page.getByRole('dialog', { name: 'Invitation for Ana Lima' });
  await created.getByText('It is shown this once.').waitFor();
  const code = await created.getByLabel('Code', { exact: true }).inputValue();
  expect(code).toMatch(CODE);
  expect(await created.getByLabel('Telegram link', { exact: true }).inputValue()).toBe(
    `https://t.me/acme_support_bot?start=${code}`,
  );
  expect(await created.getByLabel('WhatsApp link', { exact: true }).inputValue()).toBe(
    `https://wa.me/14155550100?text=${code}`,
  );
  await created.getByRole('img', { name: 'QR code: Telegram link' }).waitFor();
  await created.getByRole('img', { name: 'QR code: WhatsApp link' }).waitFor();
  await created.getByRole('button', { name: 'Copy telegram link' }).click();
  await created.getByText('Copied', { exact: true }).waitFor();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain(code);
  await page.keyboard.press('Escape');
  await page.goBack();
  await page.waitForURL('**/users');
  await created.getByRole('button', { name: 'Done' }).click();
  await created.waitFor({ state: 'detached' });
  expect(await page.content()).not.toContain(code);
  await page.goForward();
  expect(await invitations(page).innerText()).toMatch(/Any channel\s+Pending until .+ · created /);
  expect((await redeem(code, '9101')).data.redeemInvitation.outcome).toBe('LINKED');
  await page.reload();
  await invitations(page).getByText('Used').waitFor();
  await page.getByText('Redeemed an invitation').waitFor();
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Invitation used').waitFor();
  expect(await history.innerText()).toMatch(/Invitation used[\s\S]*Invited/);
});

test('An invitation can be for one channel, and for a day or thirty; without an address there is the code alone, and the way to name one; it is revoked after a question, and its code works no more; whoever is blocked is not invited, and the dialog says so', async () => {
  const { id } = await project.user({ firstName: 'Bea', lastName: 'Slack' });
  const cy = await project.user({ firstName: 'Cy', lastName: 'Late' });
  const { code } = (await project.member(CREATE_INVITATION, { input: { userId: cy.id } })).data.createInvitation;
  const page = await web.visit(project, { path: `users/${id}` });
  const form = await invite(page);
  await form.getByText('does not name its Telegram bot and WhatsApp number yet').waitFor();
  expect(await form.getByRole('link', { name: 'Name it under General' }).getAttribute('href')).toBe(
    `/projects/${project.id}/general`,
  );
  await form.getByText('Slack', { exact: true }).click();
  await form.getByText('does not name').waitFor({ state: 'detached' });
  await form.getByText('30 days').click();
  await form.getByRole('button', { name: 'Create invitation' }).click();
  const created = page.getByRole('dialog', { name: 'Invitation for Bea Slack' });
  await created.getByRole('img', { name: 'QR code: Code' }).waitFor();
  expect(await created.getByRole('textbox').count()).toBe(1);
  await created.getByRole('button', { name: 'Done' }).click();
  await invitations(page).getByText('Slack', { exact: true }).waitFor();
  const query = 'query ($id: ID!) { user(id: $id) { invitations { channel createdAt expiresAt } } }';
  const [invitation] = (await project.viewer(query, { id })).data.user?.invitations ?? [];
  expect(invitation?.channel).toBe('SLACK');
  const days = (Date.parse(String(invitation?.expiresAt)) - Date.parse(String(invitation?.createdAt))) / 86_400_000;
  expect(Math.round(days)).toBe(30);

  await page.getByRole('main').getByRole('link', { name: 'All users' }).click();
  await page.getByRole('link', { name: 'Cy Late' }).click();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await invitations(page).getByText('Revoked').waitFor();
  // The list is shown first, then the question closes.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('button', { name: 'Revoke' }).count()).toBe(0);
  expect((await redeem(String(code), '9301')).data.redeemInvitation.userErrors).toMatchObject([
    { code: 'INVITATION_INVALID' },
  ]);
  expect((await project.viewer(READ_USER, { id: cy.id })).data.user?.channelIdentities).toEqual([]);

  await createDoor(project).block({ userId: cy.id });
  const refused = await invite(page);
  await refused.getByRole('button', { name: 'Create invitation' }).click();
  await refused.getByRole('alert').getByText('blocked').waitFor();
});

test('A viewer sees the invitations, and invites nobody', async () => {
  const { id } = await project.user({ firstName: 'Ed', lastName: 'View' });
  await project.member(CREATE_INVITATION, { input: { userId: id } });
  const page = await web.visit(project, { role: 'VIEWER', path: `users/${id}` });
  await invitations(page).getByText('Pending until').waitFor();
  expect(await page.getByRole('button', { name: /^(?!What does).*(invite|revoke)/i }).count()).toBe(0);
});
