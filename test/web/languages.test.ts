import { expect, test } from '@jest/globals';
import { useWeb } from '../support/use-web.ts';

const web = useWeb();

test('The page speaks the first language of the browser that it knows, and what is chosen in the account menu instead', async () => {
  const project = await web.service.project();
  await project.user({ firstName: 'Ana', lastName: 'Lima' });
  const page = await web.visit(project, { locale: 'ar-EG' });
  const html = page.locator('html');
  await page.getByText('Ana Lima').waitFor();
  expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['ar', 'rtl']);
  await page.locator('header [aria-haspopup=menu]').click();
  await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
  await page.locator('html[lang=de][dir=ltr]').waitFor();
  await page.reload();
  await page.locator('header [aria-haspopup=menu]').click();
  expect(await page.getByRole('menuitemradio', { checked: true }).textContent()).toBe('Deutsch');
  expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual(['de', 'ltr']);
});
