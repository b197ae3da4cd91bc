import { execFileSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCE = join(ROOT, 'src/gateway');

// Packs the gateway's client: dist/users-management-gateway-<version>.tgz, or in the folder that is named.
const [target = join(ROOT, 'dist')] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
try {
  run('tsc', '-p', SOURCE, '--outDir', folder);
  // The compiler leaves the .ts of our imports in declarations, where not every compiler of others finds the file by it.
  for (const path of globSync(join(folder, '**/*.d.ts'))) {
    writeFileSync(path, readFileSync(path, 'utf8').replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
  for (const name of ['package.json', 'README.md']) copyFileSync(join(SOURCE, name), join(folder, name));
  mkdirSync(target, { recursive: true });
  run('npm', 'pack', folder, '--pack-destination', target, '--offline', '--silent');
} finally {
  rmSync(folder, { recursive: true });
}

function run(program: string, ...args: string[]): void {
  execFileSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
}
