import { type Chunk, chunksOf } from '../../contact-files/chunks.ts';
import { type GoodRow, readRows } from '../../contact-files/rows.ts';
import { createTally, type Tally } from '../../contact-files/tally.ts';
import { type Patience, persist } from '../api/persist.ts';
import { request } from '../api/request.ts';
import { rowProblem } from './file-words.ts';
import { type ImportedRow, ImportUsersDocument } from './import-documents.ts';
import { keepAnswer, keptAnswer } from './import-memory.ts';
import { beginProgress, currentImport, type Job, type Progress } from './import-state.ts';

/** CHECK writes nothing, RECALL takes only the answers that are kept of an import, and asks nothing. */
export type Mode = 'CHECK' | 'IMPORT' | 'RECALL';

export type Sent = { tally: Tally; progress: Progress; error?: unknown };

type Answer = { chunk: Chunk; results?: ImportedRow[] | undefined; isKept?: boolean; error?: unknown };

// The service judges the rows of one request while it writes those of the other.
const AT_ONCE = 2;

/**
 * Reads the file and sends its rows, two requests at a time; what is answered already is not sent again. The signal stops it after
 * those that are under way. What was counted until then is returned with the error, if one ended it.
 */
export async function sendFile(
  job: Job,
  mode: Mode,
  signal: AbortSignal,
  onProgress: (progress: Progress) => void,
): Promise<Sent> {
  const tally = createTally();
  const rows = await readAll(job, tally, signal);
  const { tell, now } = beginProgress(rows.length, onProgress);
  const patience = { signal, onTrouble: (trouble: string) => tell({ trouble }) };
  const underWay: Promise<Answer>[] = [];
  let end: Answer | undefined;
  // In the order of the file, whichever answer came first. After the one that ends it, one more may be here already, and counts.
  const takeNext = async () => {
    const answer = await underWay.shift();
    if (!answer?.results) {
      end ??= answer;
      return;
    }
    tally.add(answer.chunk.rows, answer.results);
    const done = now().done + answer.chunk.rows.length;
    tell(answer.isKept ? { done, from: done, since: Date.now() } : { done });
  };
  // Of somebody who is in the file twice, the first row is to be written first.
  const atOnce = mode !== 'CHECK' && job.hasTwins ? 1 : AT_ONCE;
  for (const chunk of chunksOf(rows, job.options)) {
    if (signal.aborted || end) break;
    underWay.push(answerOf(job, chunk, mode, patience));
    if (underWay.length === atOnce) await takeNext();
  }
  while (underWay.length > 0) await takeNext();
  return { tally, progress: now(), error: end?.error };
}

/** The rows that are worth sending; the others are counted. */
async function readAll(job: Job, tally: Tally, signal: AbortSignal): Promise<GoodRow[]> {
  const rows: GoodRow[] = [];
  for await (const { good, bad } of readRows(job.opened, job.columns, job.environments)) {
    rows.push(...good);
    tally.addBad(bad.map(({ record, problems }) => ({ record, problem: rowProblem(problems) })));
    if (signal.aborted) break;
  }
  return rows;
}

/** What became of the rows; without results where none are kept, or with the error that came in their place. */
async function answerOf(job: Job, chunk: Chunk, mode: Mode, patience: Patience): Promise<Answer> {
  try {
    const kept = mode === 'CHECK' ? undefined : await keptAnswer(chunk);
    const isEnd = mode === 'RECALL' || patience.signal.aborted;
    if (kept || isEnd) return { chunk, results: kept, isKept: kept !== undefined };
    const results = await send(job, chunk, mode === 'CHECK', patience);
    // Of a file that was left, as by signing out, nothing is kept any more.
    if (mode === 'IMPORT' && currentImport().job === job) await keepAnswer(chunk, results);
    return { chunk, results };
  } catch (error) {
    return { chunk, error };
  }
}

async function send(
  { options }: Job,
  { rows, idempotencyKey }: Chunk,
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
