import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createAuthority } from './certificates.ts';

const DEPLOY = join(import.meta.dirname, '../../deploy');

/** The path of a program of the machine. Throws how to install it: a test that cannot run does not pass. */
export function programOf(name: string, debianPackage = name): string {
  const found = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin']
    .map((folder) => join(folder, name))
    .find(existsSync);
  if (!found) throw new Error(`${name} is missing: apt-get install --no-install-recommends ${debianPackage}`);
  return found;
}

/** A file of deploy/ with what its reader fills in. Throws if it is not there to fill in. */
export function fillIn(name: string, values: Record<string, string>): string {
  return Object.entries(values).reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`deploy/${name} lacks "${from}".`);
      return text.replaceAll(from, to);
    },
    readFileSync(join(DEPLOY, name), 'utf8'),
  );
}

/** A certificate for localhost, in one file with its key. */
export async function createCertificate(directory: string): Promise<string> {
  const file = join(directory, 'certificate.pem');
  const { certificate, key } = await (await createAuthority('Operations')).sign('localhost');
  writeFileSync(file, `${certificate}\n${key}\n`, { mode: 0o600 });
  return file;
}

export async function findPorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => Number(Object(server.address()).port));
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

/** Starts a program that stays in the foreground, and waits until it listens there; what it says is shown. */
export async function startProgram(path: string, words: string[], port: number): Promise<ChildProcess> {
  const child = spawn(path, words, { stdio: ['ignore', 'inherit', 'inherit'] });
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${path} ended.`);
    await delay(20);
  }
  return child;
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return once(socket, 'connect')
    .then(
      () => true,
      () => false,
    )
    .finally(() => socket.destroy());
}
