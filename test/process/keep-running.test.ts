import { expect, test } from '@jest/globals';
import { keepRunning } from '../../src/process/keep-running.ts';

test('what ends at once each time is started ever later, and no more once that is to stop', async () => {
  const stopping = new AbortController();
  const pauses: number[] = [];
  const starts: number[] = [];
  const run = async () => {
    starts.push(performance.now());
    return 'exit 1';
  };
  await keepRunning(run, stopping.signal, (_reason, pause) => {
    pauses.push(pause);
    if (pauses.length === 3) stopping.abort();
  });
  expect(pauses).toEqual([100, 200, 400]);
  expect((starts.at(-1) ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(290);
});
