import { spawnSync } from 'node:child_process';

/** Fails with the line to run where the machine lacks a program that these tests are about. */
export function requireProgram(program: string, debianPackage: string): void {
  const { error } = spawnSync(program, ['--version']);
  if (error) throw new Error(`${program} is missing: apt-get install -y --no-install-recommends ${debianPackage}`);
}
