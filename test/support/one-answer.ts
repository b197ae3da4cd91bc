import { expect } from '@jest/globals';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Asked } from './print-plan.ts';

const MOST_ERRORS = 10;

export type Answered = { status: number; text: string };

/** Over HTTP, as any client does. */
export async function ask(url: string, secret: string, { query, operationName, variables }: Asked): Promise<Answered> {
  const named = operationName === null ? '' : `"operationName":${JSON.stringify(operationName)},`;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: `{"query":${JSON.stringify(query)},${named}"variables":${variables}}`,
  });
  return { status: response.status, text: await response.text() };
}

/** Whether the limits of a document turned it away, of which graphql-js knows nothing. */
export function isTooComplex({ text }: Answered): boolean {
  return text.includes('"code":"QUERY_TOO_COMPLEX"');
}

/** The data to the letter, and the errors as the contract has them. */
export function expectAnswer({ status, text }: Answered, expected: ExecutionResult | undefined): void {
  if (!expected) {
    expect(status).toBe(401);
    return;
  }
  const { data, errors } = expected;
  const body = JSON.parse(text);
  expect(status).toBeLessThan(500);
  if (data === undefined) expect(body).not.toHaveProperty('data');
  else {
    expect(JSON.stringify(body.data)).toBe(JSON.stringify(data));
    expect(text).toContain(`"data":${JSON.stringify(data)}`);
  }
  if (errors) expectErrors(body.errors ?? [], errors.map(want), data);
  else expect(body).not.toHaveProperty('errors');
}

function expectErrors(told: Told[], wanted: Wanted[], data: ExecutionResult['data']): void {
  expect(told.filter((error) => !wanted.some((each) => isAs(error, each)))).toEqual([]);
  // Beneath a field that became null, one error is told; whether others are, too, is a matter of time.
  const groups = Map.groupBy(wanted, (error) => nullAbove(error.path, data) ?? JSON.stringify(error));
  expect(told.length).toBeLessThanOrEqual(Math.min(MOST_ERRORS, wanted.length));
  expect(told.length).toBeGreaterThanOrEqual(Math.min(MOST_ERRORS, groups.size));
  if (wanted.length > MOST_ERRORS) return;
  const untold = [...groups.values()].filter((group) => !group.some((each) => told.some((error) => isAs(error, each))));
  expect(untold).toEqual([]);
}

type Path = readonly (string | number)[] | undefined;
type Told = { message: string; path?: Path; locations?: unknown; extensions: { code: string } };
type Wanted = { message: string; isOurs: boolean; path: Path; locations: unknown; code: string };

/** Our resolvers say what a caller is told, word for word. What graphql-js says is cleaned of values; it begins alike. */
function want({ message, path, locations, originalError, extensions }: GraphQLError): Wanted {
  const code = originalError && 'code' in originalError ? String(originalError.code) : undefined;
  if (code && /^[A-Z_]+$/.test(code)) return { message, isOurs: true, path, locations, code };
  if (originalError && !(originalError instanceof GraphQLError)) throw originalError;
  const [beginning = ''] = message.split(' ');
  return { message: beginning, isOurs: false, path, locations, code: String(extensions.code ?? 'BAD_USER_INPUT') };
}

function isAs(told: Told, wanted: Wanted): boolean {
  const isSaid = wanted.isOurs ? told.message === wanted.message : told.message.startsWith(wanted.message);
  const placed = (error: { path?: Path; locations?: unknown }) => JSON.stringify([error.path, error.locations]);
  return isSaid && told.extensions.code === wanted.code && placed(told) === placed(wanted);
}

/** Where the data became null because of an error further down; undefined when it did not. */
function nullAbove(path: Path, data: unknown): string | undefined {
  if (!path) return undefined;
  let value = data;
  for (const [index, key] of path.entries()) {
    if (value === null) return JSON.stringify(path.slice(0, index));
    value = Reflect.get(Object(value), key);
  }
  return undefined;
}
