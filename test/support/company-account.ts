import type { Page } from 'playwright-core';

/** Signs in at the provider's own pages, from the page's sign-in view on: any name is known there, and is the subject. */
export async function signInAtProvider(page: Page, subject: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with your company account' }).click();
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
