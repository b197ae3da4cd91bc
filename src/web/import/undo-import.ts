import { t } from '@lingui/core/macro';
import type { Tally } from '../../contact-files/tally.ts';
import { persist } from '../api/persist.ts';
import { request } from '../api/request.ts';
import { UndoImportDocument } from './import-documents.ts';
import { beginProgress, type Progress, type Undone } from './import-state.ts';

// Few, so that it is not long from the look at them to their end.
const MOST = 100;

/**
 * Deletes the users that an import created, but those whom somebody changed since. The API deletes whoever is named, in whatever
 * version: so they are looked at just before, and again whenever it has to be tried again. What is changed in the moment between
 * the look and the deletion is lost. The signal stops it before the next request.
 */
export async function deleteCreated(
  projectId: string,
  created: Tally['created'],
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Undone> {
  const ids = [...created.keys()];
  const undone: Undone = { deleted: 0, gone: 0, kept: [] };
  const { tell } = beginProgress(ids.length, onProgress);
  const patience = { signal, onTrouble: (trouble: string) => tell({ trouble }) };
  for (let at = 0; at < ids.length; at += MOST) {
    const some = ids.slice(at, at + MOST);
    const { deleted, kept } = await persist(() => deleteUnchanged(projectId, some, created, signal), patience, {
      isRepeatable: true,
    });
    undone.deleted += deleted;
    undone.gone += some.length - deleted - kept.length;
    undone.kept.push(...kept);
    tell({ done: at + some.length });
  }
  return undone;
}

async function deleteUnchanged(projectId: string, some: string[], created: Tally['created'], signal: AbortSignal) {
  // The dry run tells each user as it is now.
  const users = (await remove(projectId, some, true, signal)).flatMap(({ user }) => user ?? []);
  const isUnchanged = ({ id, version }: (typeof users)[number]) => created.get(id) === version;
  const ids = users.filter(isUnchanged).map(({ id }) => id);
  const kept = users.filter((user) => !isUnchanged(user)).map(({ fullName }) => fullName);
  const results = ids.length > 0 ? await remove(projectId, ids, false, signal) : [];
  return { deleted: results.filter(({ outcome }) => outcome === 'DELETED').length, kept };
}

async function remove(projectId: string, ids: string[], dryRun: boolean, signal: AbortSignal) {
  if (signal.aborted) throw new Error(t`It was stopped. What was done stays.`);
  const { answer } = await request(UndoImportDocument, { input: { projectId, ids, dryRun } });
  const [refusal] = answer.userErrors;
  if (refusal) throw new Error(refusal.message);
  return answer.results;
}
