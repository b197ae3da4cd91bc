import { openBrowser } from '../support/browser.ts';
import { startService } from '../support/service.ts';
test('it opens', async () => {
  const service = await startService();
  const browser = await openBrowser();
  const page = await browser.newPage();
  page.on('console', (m) => console.log(m.text()));
  page.on('pageerror', (m) => console.log(m));
  await page.goto(new URL('/', service.url).href);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: '/tmp/page-shot.png' });
  await browser.close();
  await service.close();
});
