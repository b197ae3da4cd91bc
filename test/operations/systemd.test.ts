import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { fillIn, programOf } from '../support/programs.ts';

test('systemd takes deploy/users-management.service without a word', () => {
  const directory = mkdtempSync(join(tmpdir(), 'users-management-systemd-'));
  const file = join(directory, 'users-management.service');
  writeFileSync(
    file,
    fillIn('users-management.service', { '/opt/users-management/node_modules/.bin/node': process.execPath }),
  );
  const program = programOf('systemd-analyze', 'systemd');
  const { status, stdout, stderr } = spawnSync(program, ['verify', '--man=no', file], { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
});
