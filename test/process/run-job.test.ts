import { afterEach, expect, test } from '@jest/globals';
import { createLog } from '../../src/observe/log.ts';
import { type RunningJob, startJob } from '../../src/process/run-job.ts';

let job: RunningJob;
let lines: object[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(JSON.parse(line)) });

afterEach(async () => {
  await job.stop();
  lines = [];
});

/** Starts a job of these steps, and waits for the end of the last one; after them there is nothing to do. */
async function run(...steps: (() => number)[]): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const step = async () => {
    const next = steps.shift();
    if (next === undefined) resolve();
    return next?.() ?? 0;
  };
  job = startJob({ name: 'sweep', step }, log);
  await promise;
  await job.stop();
}

test('a job runs until a step does nothing; the log tells its beginning and its end', async () => {
  await run(
    () => 3,
    () => 4,
    () => 5,
  );
  expect(lines).toMatchObject([
    { job: 'sweep', msg: 'job begins' },
    { job: 'sweep', msg: 'job done', rows: 12 },
  ]);
});

test('one that finds nothing to do says nothing', async () => {
  await run();
  expect(lines).toEqual([]);
});

test('a step that fails is told, and the next kick goes on', async () => {
  await run(
    () => 2,
    () => {
      job.kick();
      throw new Error('no database');
    },
    () => 7,
  );
  expect(lines).toMatchObject([
    { msg: 'job begins' },
    { job: 'sweep', msg: 'fault', fault: { message: 'no database' } },
    { msg: 'job begins' },
    { msg: 'job done', rows: 7 },
  ]);
});

test('kicked while it runs, it looks once more', async () => {
  await run(
    () => 1,
    () => {
      job.kick();
      return 0;
    },
    () => 2,
  );
  expect(lines).toMatchObject([
    { msg: 'job begins' },
    { msg: 'job done', rows: 1 },
    { msg: 'job begins' },
    { msg: 'job done', rows: 2 },
  ]);
});

test('stopped between two steps it leaves the rest, and says so', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = async () => {
    await job.stop();
    resolve();
  };
  const step = async () => {
    // Not before the job is known.
    setImmediate(stop);
    return new Promise<number>((done) => setImmediate(done, 9));
  };
  job = startJob({ name: 'sweep', step }, log);
  await promise;
  expect(lines).toMatchObject([{ msg: 'job begins' }, { msg: 'job interrupted', rows: 9 }]);
});
