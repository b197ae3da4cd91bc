import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { PAGE_DIRECTORY } from '../http/page.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STAMP = join(PAGE_DIRECTORY, '../web.sha256');

// Builds the page unless the one in place was built from these very sources.
const sources = await hashOfSources();
if (!existsSync(join(PAGE_DIRECTORY, 'index.html')) || (await readStamp()) !== sources) await buildPage();

async function buildPage(): Promise<void> {
  const vite = await import('vite').catch(() => undefined);
  if (vite === undefined) {
    const state = existsSync(PAGE_DIRECTORY) ? 'is older than its sources' : 'is not built';
    console.error(`The page ${state}, and building it takes the development packages: npm ci && npm run build`);
    return;
  }
  console.log('Building the page …');
  // Whatever the caller is, a test run say, this is the page for people.
  Object.assign(process.env, { NODE_ENV: 'production' });
  // A build that is broken off must not pass for the one before it.
  await rm(STAMP, { force: true });
  await vite.build({ configFile: join(ROOT, 'src/web/vite.config.ts'), logLevel: 'warn' });
  await compressAssets();
  await writeFile(STAMP, sources);
}

async function hashOfSources(): Promise<string> {
  const patterns = [
    'src/web/**/*.{ts,tsx,css,html,json,svg,graphql,po}',
    'src/contact-files/*.ts',
    'lingui.config.ts',
    'package-lock.json',
    'src/commands/build-page.ts',
  ];
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: ROOT })) files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(ROOT, file)));
  return hash.digest('hex');
}

function readStamp(): Promise<string | undefined> {
  return readFile(STAMP, 'utf8').catch(() => undefined);
}

// Once here rather than with every answer.
async function compressAssets(): Promise<void> {
  for await (const name of glob('assets/*.{js,css}', { cwd: PAGE_DIRECTORY })) {
    const file = join(PAGE_DIRECTORY, name);
    const content = await readFile(file);
    await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
    await writeFile(`${file}.gz`, await promisify(gzip)(content));
  }
}
