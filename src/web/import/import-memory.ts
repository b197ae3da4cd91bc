import { clear, createStore, get, set } from 'idb-keyval';
import type { Chunk, ImportOptions } from '../../contact-files/chunks.ts';
import type { Column } from '../../contact-files/columns.ts';
import { ownName } from '../parts/base-path.ts';
import type { ImportedRow } from './import-documents.ts';
import { noteKeptImport } from './import-gate.tsx';

/** What it takes to go on with an import after a reload or a crash. */
export type KeptJob = {
  file: File;
  columns: Column[];
  environments: { id: string; name: string }[];
  options: ImportOptions;
  /** Whether the check found somebody in the file twice. */
  hasTwins: boolean;
  projectName: string;
  /** Who began it: nobody else is offered the file. */
  viewer: string;
};

const LOCK = ownName('users-import');
const LONGEST = 24 * 60 * 60 * 1000;

const store = createStore(ownName('users-import'), 'kept');
let release: (() => void) | undefined;

/** False while another tab of this browser has an import of its own. A page that came over plain HTTP has no locks. */
export async function holdMemory(): Promise<boolean> {
  if (release || !navigator.locks) return true;
  const { promise: isHeld, resolve } = Promise.withResolvers<boolean>();
  // That of the page before a reload may need a moment to go.
  const options = { signal: AbortSignal.timeout(1_000) };
  const work = () =>
    new Promise<void>((done) => {
      release = done;
      resolve(true);
    });
  navigator.locks.request(LOCK, options, work).catch(() => resolve(false));
  return isHeld;
}

// An import goes on where nothing can be kept, as in some private windows: it cannot be resumed then.
const whereItCan = (work: Promise<void>) => work.catch(() => {});

/** Takes the place of what an earlier import left. */
export async function keepJob(job: KeptJob): Promise<void> {
  await whereItCan(clear(store));
  await whereItCan(set('job', job, store));
  noteKeptImport(true);
}

/** What the service answered to the request with this key. */
export function keepAnswer({ idempotencyKey }: Chunk, results: ImportedRow[]): Promise<void> {
  return whereItCan(set(idempotencyKey, results, store));
}

export function keptAnswer({ idempotencyKey }: Chunk): Promise<ImportedRow[] | undefined> {
  return get<ImportedRow[]>(idempotencyKey, store).catch(() => undefined);
}

/** The service knows the keys of requests for a day: what is older is not gone on with. */
export async function keptJob(): Promise<KeptJob | undefined> {
  const job = await get<KeptJob>('job', store).catch(() => undefined);
  if (job?.options.begunAt && Date.now() - job.options.begunAt < LONGEST) return job;
  await forgetJob();
  return undefined;
}

/** What another tab is at work with stays. */
export async function forgetJob(): Promise<void> {
  if (!(await holdMemory())) return;
  noteKeptImport(false);
  await whereItCan(clear(store));
  letGoOfMemory();
}

export function letGoOfMemory(): void {
  release?.();
  release = undefined;
}
