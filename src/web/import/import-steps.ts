import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import type { Field } from '../../contact-files/columns.ts';
import { openContactFile } from '../../contact-files/contact-file.ts';
import { ContactFileError } from '../../contact-files/contact-file-error.ts';
import { LARGEST_FILE } from '../../contact-files/file-kinds.ts';
import type { Tally } from '../../contact-files/tally.ts';
import { keySignal } from '../api/access-key.ts';
import { queryClient } from '../api/query-client.ts';
import { request } from '../api/request.ts';
import { EnvironmentChoicesDocument } from '../environments/environment-documents.ts';
import { fileProblem } from './file-words.ts';
import { forgetJob, holdMemory, keepJob, keptJob, letGoOfMemory } from './import-memory.ts';
import { changeImport, currentImport, type Job, type Progress, resetImport } from './import-state.ts';
import { type Mode, type Sent, sendFile } from './send-file.ts';
import { deleteCreated } from './undo-import.ts';

let work = new AbortController();

/** From now on it can be stopped; and it stops where another key is worked with. */
function beginWork(): AbortSignal {
  work = new AbortController();
  return AbortSignal.any([work.signal, keySignal()]);
}

export async function chooseFile(file: File, project: { id: string; name: string }, viewer: string): Promise<void> {
  const signal = beginWork();
  changeImport({ job: null, step: { name: 'CHOOSE', isReading: true } });
  try {
    const opened = await open(file);
    const answer = await request(EnvironmentChoicesDocument, { projectId: project.id }, signal);
    const environments = (answer.project?.environments ?? []).map(({ id, name }) => ({ id, name }));
    const [only, ...others] = environments;
    const environmentIds = only && others.length === 0 ? [only.id] : [];
    const options = { projectId: project.id, ifExisting: 'SKIP' as const, environmentIds };
    const { columns } = opened;
    const hasTwins = false;
    const job = { file, opened, columns, environments, options, hasTwins, projectName: project.name, viewer };
    changeImport({ job, step: { name: 'MAP' } });
  } catch (error) {
    changeImport({ step: { name: 'CHOOSE', problem: signal.aborted ? undefined : wordsOf(error) } });
  }
}

// One byte more than can be read is enough to tell that a file is too large.
async function open(file: File) {
  return openContactFile(new Uint8Array(await file.slice(0, LARGEST_FILE + 1).arrayBuffer()));
}

/** Changes what is to be done with the file. */
export function changeJob(change: Partial<Pick<Job, 'columns'> & Job['options']>): void {
  const { job } = currentImport();
  if (!job) return;
  const { columns = job.columns, ...options } = change;
  changeImport({ job: { ...job, columns, options: { ...job.options, ...options } }, step: { name: 'MAP' } });
}

/** Finds out what would become of the rows. */
export async function checkFile(): Promise<void> {
  const { job } = currentImport();
  if (!job) return;
  const problem = problemOf(job);
  if (problem) return changeImport({ step: { name: 'MAP', problem } });
  const show = (progress: Progress) => changeImport({ step: { name: 'CHECK', progress } });
  const signal = beginWork();
  const sent = await send(job, 'CHECK', signal, show);
  if (currentImport().job !== job) return;
  if (signal.aborted || sent.error) return changeImport({ step: { name: 'MAP', problem: wordsOf(sent.error) } });
  changeImport({ step: { name: 'PREVIEW', tally: sent.tally } });
}

function problemOf({ columns, options }: Job): string | undefined {
  const has = (...fields: Field[]) => columns.some(({ field }) => field !== null && fields.includes(field));
  if (!has('phoneNumber', 'email', 'channelIdentities')) return t`Say which column has the phone numbers`;
  if (!has('environments') && options.environmentIds.length === 0) return t`Please select at least one environment`;
  return undefined;
}

/** Imports the file, or goes on where it was stopped. */
export async function importFile(): Promise<void> {
  const { job: chosen, step } = currentImport();
  if (!chosen || (step.name !== 'PREVIEW' && step.name !== 'ENDED')) return;
  const signal = beginWork();
  const show = (progress: Progress) => changeImport({ step: { name: 'RUN', progress, isStopping: signal.aborted } });
  // Before anything is waited for: a second press finds no step to begin from.
  show({ done: 0, total: 0, from: 0, since: Date.now() });
  if (!(await holdMemory())) {
    const problem = t`Another tab of this browser has an import. Finish it there first`;
    if (currentImport().job === chosen) changeImport({ step: { ...step, problem } });
    return;
  }
  if (currentImport().job !== chosen) return letGoOfMemory();
  if (signal.aborted) {
    if (step.name === 'PREVIEW') letGoOfMemory();
    return changeImport({ step });
  }
  const job = step.name === 'PREVIEW' ? await begin(chosen, step.tally) : chosen;
  end(job, await send(job, 'IMPORT', signal, show));
}

async function begin(chosen: Job, { counts }: Tally): Promise<Job> {
  const options = { ...chosen.options, begunAt: Date.now() };
  const job = { ...chosen, options, hasTwins: counts.twins > 0 };
  changeImport({ job });
  const { opened: _, ...kept } = job;
  await keepJob(kept);
  return job;
}

/** Stops what is under way after the request that was sent already. */
export function stopImport(): void {
  work.abort();
  const { step } = currentImport();
  if (step.name === 'RUN') changeImport({ step: { ...step, isStopping: true } });
}

/** Finds what a page before this one began, if anything, for `viewer` to go on with. What somebody else has here is put aside. */
export async function recallImport(viewer: string): Promise<void> {
  const { job: begun } = currentImport();
  if (begun && begun.viewer !== viewer) resetImport();
  if (currentImport().job || !(await holdMemory())) return;
  const kept = await keptJob();
  if (currentImport().job) return;
  if (kept?.viewer !== viewer) return letGoOfMemory();
  const opened = await open(kept.file).catch(() => undefined);
  if (!opened) {
    const { name } = kept.file;
    const message = t`The import of ${name} cannot go on by itself, because the file cannot be read any more. Choose it again: nobody is added twice.`;
    notifications.show({ color: 'red', message, autoClose: false });
    return forgetJob();
  }
  const job = { ...kept, opened };
  changeImport({ job });
  end(job, await send(job, 'RECALL', beginWork(), () => {}));
}

/** Deletes again whom the import created. */
export async function undoImport(): Promise<void> {
  const { job, step } = currentImport();
  if (!job || step.name !== 'ENDED') return;
  const show = (progress: Progress) => {
    if (currentImport().job === job) changeImport({ step: { name: 'UNDO', progress } });
  };
  try {
    const undone = await deleteCreated(job.options.projectId, step.tally.created, keySignal(), show);
    changeImport({ step: { name: 'UNDONE', undone } });
    await forgetJob();
  } catch (error) {
    if (currentImport().job === job) changeImport({ step: { ...step, problem: wordsOf(error) } });
  }
  await refresh();
}

/** Leaves the file. */
export async function leaveImport(): Promise<void> {
  resetImport();
  await forgetJob();
}

function send(job: Job, mode: Mode, signal: AbortSignal, onProgress: (progress: Progress) => void): Promise<Sent> {
  const tell = (progress: Progress) => {
    if (currentImport().job === job) onProgress(progress);
  };
  tell({ done: 0, total: 0, from: 0, since: Date.now() });
  return sendFile(job, mode, signal, tell);
}

function end(job: Job, { tally, progress, error }: Sent): void {
  if (currentImport().job === job) changeImport({ step: { name: 'ENDED', tally, progress, problem: wordsOf(error) } });
  void refresh();
}

function refresh() {
  return Promise.all(
    ['users', 'user', 'environments'].map((name) => queryClient.invalidateQueries({ queryKey: [name] })),
  );
}

function wordsOf(error: unknown): string | undefined {
  if (error instanceof ContactFileError) return fileProblem(error.code);
  return error instanceof Error ? error.message : undefined;
}
