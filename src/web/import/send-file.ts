import { chunksOf } from '../../contact-files/chunks.ts';
import { type GoodRow, readRows } from '../../contact-files/rows.ts';
import { createTally, type Tally } from '../../contact-files/tally.ts';
import { type Patience, persist } from '../api/persist.ts';
import { request } from '../api/request.ts';
import { rowProblem } from './file-words.ts';
import { type ImportedRow, ImportUsersDocument } from './import-documents.ts';
import { keepAnswer, keptAnswer } from './import-memory.ts';
import { beginProgress, type Job, type Progress } from './import-state.ts';

/** CHECK writes nothing, RECALL takes only the answers that are kept of an import, and asks nothing. */
export type Mode = 'CHECK' | 'IMPORT' | 'RECALL';

export type Sent = { tally: Tally; progress: Progress; error?: unknown };

/**
 * Reads the file and sends its rows, one request after the other; what is answered already is not sent again. The signal stops it
 * after the request that is under way. What was counted until then is returned with the error, if one ended it.
 */
export async function sendFile(
  job: Job,
  mode: Mode,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Sent> {
  const tally = createTally();
  const rows: GoodRow[] = [];
  for await (const { good, bad } of readRows(job.opened, job.columns, job.environments)) {
    rows.push(...good);
    tally.addBad(bad.map(({ record, problems }) => ({ record, problem: rowProblem(problems) })));
    if (signal.aborted) break;
  }
  const { tell, now } = beginProgress(rows.length, onProgress);
  const patience = { signal, onTrouble: (trouble: string) => tell({ trouble }) };
  try {
    for (const chunk of chunksOf(rows, job.options)) {
      if (signal.aborted) break;
      const known = mode === 'CHECK' ? undefined : await keptAnswer(chunk);
      if (!known && mode === 'RECALL') break;
      const results = known ?? (await send(job, chunk, mode === 'CHECK', patience));
      if (!known && mode === 'IMPORT') await keepAnswer(chunk, results);
      tally.add(chunk.rows, results);
      const done = now().done + chunk.rows.length;
      tell(known ? { done, from: done, since: Date.now() } : { done });
    }
  } catch (error) {
    return { tally, progress: now(), error };
  }
  return { tally, progress: now() };
}

async function send(
  { options }: Job,
  { rows, idempotencyKey }: { rows: GoodRow[]; idempotencyKey: string },
  dryRun: boolean,
  patience: Patience,
): Promise<ImportedRow[]> {
  const { projectId, ifExisting, environmentIds } = options;
  const sent = rows.map(({ row }) => row);
  const input = { projectId, ifExisting, environmentIds: [...environmentIds], rows: sent, dryRun };
  const attempt = () => request(ImportUsersDocument, { input: { ...input, idempotencyKey } });
  const { results, userErrors } = (await persist(attempt, patience, { isRepeatable: true })).answer;
  const [refusal] = userErrors;
  if (refusal) throw new Error(refusal.message);
  return results;
}
