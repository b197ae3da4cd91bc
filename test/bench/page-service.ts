import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ServiceProcess, startProcess } from '../support/service-process.ts';

export type PageService = {
  service: ServiceProcess;
  projectId: string;
  key: string;
  /** The list of the project's users, signed in. */
  link: string;
  /** The process of its PostgreSQL. */
  postmaster: number;
  close(): Promise<void>;
};

/** The service on a PostgreSQL of its own, with a project of so many made-up users, the first that this seed makes. */
export async function startForPage(users: number, seed: number): Promise<PageService> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'users-management-page-'));
  const service = await startProcess({ DATA_DIR: dataDirectory, LOG_LEVEL: 'error' });
  const close = async () => {
    service.child.kill('SIGTERM');
    await service.exit();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
  try {
    const words = ['src/commands/demo.ts', '--users', String(users), '--seed', String(seed)];
    const env = { ...process.env, DATA_DIR: dataDirectory };
    const [projectId = ''] =
      /[0-9a-f-]{36}/.exec(execFileSync(process.execPath, words, { env, encoding: 'utf8' })) ?? [];
    const key = readFileSync(join(dataDirectory, 'administrator.key'), 'utf8').trim();
    const link = new URL(`/projects/${projectId}/users#key=${key}`, service.url).href;
    const postmaster = Number(readFileSync(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return { service, projectId, key, link, postmaster, close };
  } catch (error) {
    await close();
    throw error;
  }
}
