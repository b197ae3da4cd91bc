import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createLog } from '../../src/observe/log.ts';
import { createTroubleLog, type TellTrouble } from '../../src/observe/troubles.ts';

let written: { level: number; msg: string; times: number; reason: Record<string, unknown> }[];
let tell: TellTrouble;

beforeEach(() => {
  jest.useFakeTimers();
  written = [];
  tell = createTroubleLog(createLog('warn', { write: (line) => void written.push(JSON.parse(line)) }));
});
afterEach(() => void jest.useRealTimers());

const refused = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });
const reason = { type: 'Error', code: 'ECONNREFUSED', message: 'connect ECONNREFUSED 127.0.0.1:5432' };

test('a reason is told at once, then every 10 s with how often it came, and at once again after 10 s of quiet', () => {
  for (let time = 0; time < 500; time += 1) tell('error', 'unavailable', refused());
  expect(written).toEqual([expect.objectContaining({ level: 50, msg: 'unavailable', times: 1, reason })]);
  jest.advanceTimersByTime(10_000);
  tell('error', 'unavailable', refused());
  jest.advanceTimersByTime(10_000);
  expect(written.map(({ times }) => times)).toEqual([1, 499, 1]);
  jest.advanceTimersByTime(20_000);
  expect(written).toHaveLength(3);
  tell('error', 'unavailable', refused());
  expect(written.map(({ times }) => times)).toEqual([1, 499, 1, 1]);
});

test('reasons are told apart by message, code and text; an error of several says what each of them met, once', () => {
  tell('error', 'unavailable', refused());
  tell('warn', 'connection lost', refused());
  tell('error', 'unavailable', new Error('timeout exceeded when trying to connect'));
  tell('error', 'unavailable', new AggregateError([refused(), refused(), new Error('connect ECONNREFUSED ::1:5432')]));
  expect(written.map(({ reason }) => reason.message)).toEqual([
    reason.message,
    reason.message,
    'timeout exceeded when trying to connect',
    'connect ECONNREFUSED 127.0.0.1:5432; connect ECONNREFUSED ::1:5432',
  ]);
});

test('e-mail addresses and long numbers are cut out, and a flood of different reasons is told as others', () => {
  tell('error', 'unavailable', new Error('no ana@lima.example, no 4915199887766'));
  expect(written[0]?.reason.message).toBe('no … no …');
  for (let number = 0; number < 1000; number += 1) tell('warn', 'over the allowance', { accessKeyId: String(number) });
  expect(written).toHaveLength(101);
  expect(written.at(-1)?.reason).toEqual({ type: 'others' });
});
