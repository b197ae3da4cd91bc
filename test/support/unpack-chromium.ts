import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const UNPACKED = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

/** Unpacks the Chromium that npm brought, once for all test files; undefined where it does not run. */
export async function unpackChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  if (existsSync(UNPACKED)) return UNPACKED;
  const packed = new URL('../../node_modules/@sparticuz/chromium/bin/chromium.br', import.meta.url);
  await mkdir(new URL('.', `file://${UNPACKED}`), { recursive: true });
  const partial = `${UNPACKED}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(partial, { mode: 0o755 }));
  // In one step, so that nobody starts half a browser.
  await rename(partial, UNPACKED);
  return UNPACKED;
}
