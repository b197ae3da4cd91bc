import { useSyncExternalStore } from 'react';
import type { ContactFile } from '../../contact-files/contact-file.ts';
import type { Tally } from '../../contact-files/tally.ts';
import type { KeptJob } from './import-memory.ts';

/** What is to be done with a file. */
export type Job = KeptJob & { opened: ContactFile };

/** How far it is. Of the rows that are `done`, those before `from` took no time now; `trouble` is what the next request waits for. */
export type Progress = { done: number; total: number; from: number; since: number; trouble?: string };

/** Begins with nothing of `total` done. `tell` says how far it is now; what it waited for until then is over. */
export function beginProgress(total: number, onProgress: (progress: Progress) => void) {
  let progress: Progress = { done: 0, total, from: 0, since: Date.now() };
  const tell = (next: Partial<Progress>) => {
    progress = { ...progress, trouble: undefined, ...next };
    onProgress(progress);
  };
  tell({});
  return { tell, now: () => progress };
}

/** What became of an import that was undone. */
export type Undone = { deleted: number; gone: number; kept: string[] };

export type Step =
  | { name: 'CHOOSE'; isReading?: boolean; problem?: string }
  | { name: 'MAP'; problem?: string }
  | { name: 'CHECK'; progress: Progress }
  | { name: 'PREVIEW'; tally: Tally; problem?: string }
  | { name: 'RUN'; progress: Progress; isStopping?: boolean }
  | { name: 'ENDED'; tally: Tally; progress: Progress; problem?: string }
  | { name: 'UNDO'; progress: Progress }
  | { name: 'UNDONE'; undone: Undone };

export type ImportState = { job: Job | null; step: Step };

const START: ImportState = { job: null, step: { name: 'CHOOSE' } };

// Outside of what is drawn: an import goes on while its dialog is closed and other views are open.
let state = START;
const listeners = new Set<() => void>();

export function useImport(): ImportState {
  return useSyncExternalStore(subscribe, () => state);
}

export function currentImport(): ImportState {
  return state;
}

export function changeImport(next: Partial<ImportState>): void {
  state = { ...state, ...next };
  const isAtWork = state.step.name === 'RUN' || state.step.name === 'UNDO';
  window.onbeforeunload = isAtWork ? (event) => event.preventDefault() : null;
  for (const listener of listeners) listener();
}

export function resetImport(): void {
  changeImport(START);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
