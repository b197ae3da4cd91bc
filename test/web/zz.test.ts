import { beforeAll, test } from '@jest/globals';
import { selfRegister } from '../support/page.ts';
import type { Project } from '../support/service.ts';
import { useWeb } from '../support/use-web.ts';
let project: Project;
const web = useWeb();
let id = '';
beforeAll(async () => {
  project = await web.service.project('Customer support');
  const u = await project.user({ firstName: 'Ana', lastName: 'Lima', email: 'ana.lima.maria.de.fatima@a-long-company-name.example.com', phoneNumber: '+55 11 96123-4567', environmentIds: [project.development, project.staging, project.production] });
  id = u.id;
  await selfRegister(project, { channel: 'WHATSAPP', phoneNumber: '5511961234567', externalId: 'BR.74' });
  await project.member('mutation($input: UpdateUserInput!){updateUser(input:$input){userErrors{message}}}', { input: { id, accessExpiries: [{ environmentId: project.staging, expiresAt: new Date(Date.now() + 1500).toISOString() }, { environmentId: project.production, expiresAt: '2030-01-01T00:00:00Z' }] } });
  await project.gateway('mutation($input: SetRegistrationModeInput!){__typename}', {}).catch(() => {});
});
const D = '/tmp/forms-shots';
for (const [n, viewport] of Object.entries({ d: { width: 1280, height: 768 }, t: { width: 768, height: 1024 }, p: { width: 360, height: 740 } })) {
  for (const locale of n === 't' ? ['en-US'] : ['en-US', 'ar']) {
    test(`${n} ${locale}`, async () => {
      const page = await web.visit(project, { path: `users/${id}`, viewport, locale } as never);
      await page.getByRole('heading', { name: 'Ana Lima', level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: `${D}/${n}-${locale}-user.png`, fullPage: true });
      if (locale === 'en-US') {
        await page.emulateMedia({ media: 'print' });
        if (n === 'd') await page.screenshot({ path: `${D}/${n}-${locale}-print.png`, fullPage: true });
        await page.emulateMedia({ media: 'screen' });
        await page.getByRole('button', { name: 'Extend access to Production' }).click();
        await page.waitForTimeout(500);
        await page.screenshot({ path: `${D}/${n}-${locale}-access.png` });
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
        await page.getByRole('button', { name: 'Delete', exact: true }).click();
        await page.waitForTimeout(500);
        await page.screenshot({ path: `${D}/${n}-${locale}-delete.png` });
      }
      await page.goto(page.url().replace(/[?#].*/, '') + `?edit=${id}`);
      await page.locator('[name=phoneNumber]').waitFor();
      await page.waitForLoadState('networkidle');
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${D}/${n}-${locale}-edit.png` });
      if (locale === 'en-US') {
        await page.locator('[name=phoneNumber]').fill('+49 171');
        await page.getByRole('button', { name: 'Update User' }).click();
        await page.locator('[aria-invalid=true]').first().waitFor();
        await page.screenshot({ path: `${D}/${n}-${locale}-edit-error.png` });
        await page.goto(page.url().replace(/users\/.*/, 'users?add=new'));
        await page.locator('[name=phoneNumber]').waitFor();
        await page.waitForTimeout(1500);
        await page.screenshot({ path: `${D}/${n}-${locale}-add.png` });
      }
    });
  }
}
