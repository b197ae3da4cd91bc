import type { IncomingMessage } from 'node:http';
import type { Params } from '../graphql/request.ts';
import type { Refused } from './body.ts';
import { urlParameters } from './url-parameters.ts';

const MAXIMUM_QUERY = 16_000;
const MAXIMUM_NAME = 200;
// RFC 9110 wants senders and proxies to take that many at least; more is not certain to get here.
const MAXIMUM_URL = 8000;

const PARAMETERS = ['query', 'operationName', 'variables', 'extensions'] as const;

/** Reads the parameters that GraphQL over HTTP has in a body. What else is there is ignored, as that demands. */
export function readBodyParams(body: unknown): Params | Refused {
  if (Array.isArray(body)) return refused('Send one operation per request: a list of them is not accepted.');
  if (!isRecord(body)) return refused('The body must be a JSON object.');
  return readParams(body);
}

/** The same for the parameters in the address of a GET. An empty one is none. */
export function readUrlParams(request: IncomingMessage): Params | Refused {
  if ((request.url ?? '').length > MAXIMUM_URL) {
    return { status: 414, message: `An address may have at most ${MAXIMUM_URL} characters: send the query by POST.` };
  }
  const parameters = urlParameters(request);
  if (!parameters) return refused('The parameters are not UTF-8.');
  const given: Partial<Record<(typeof PARAMETERS)[number], unknown>> = {};
  for (const name of PARAMETERS) {
    const [text = '', ...more] = parameters.getAll(name);
    if (more.length > 0) return refused(`${name} is given more than once.`);
    if (text !== '') given[name] = name === 'query' || name === 'operationName' ? text : parseJson(text);
  }
  return readParams(given);
}

// Fixed words, by which clients that send a query's hash know that they must send the query. Those that accept
// plain JSON alone look for it in an answer with 200.
const NOT_PERSISTED: Refused = {
  status: 200,
  code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  message: 'PersistedQueryNotSupported',
};

function readParams(given: Record<string, unknown>): Params | Refused {
  const { query = null, operationName = null, variables = null, extensions = null } = given;
  if (extensions !== null && !isRecord(extensions)) return refused('extensions must be an object.');
  if (query === null && extensions?.persistedQuery) return NOT_PERSISTED;
  if (typeof query !== 'string') return refused('query must be a string.');
  // Checked before the query is parsed or cached.
  if (query.length > MAXIMUM_QUERY)
    return { status: 413, message: `query may have at most ${MAXIMUM_QUERY} characters.` };
  if (operationName !== null && (typeof operationName !== 'string' || operationName.length > MAXIMUM_NAME)) {
    return refused(`operationName must be a string of at most ${MAXIMUM_NAME} characters.`);
  }
  if (variables !== null && !isRecord(variables)) return refused('variables must be an object.');
  return { query, operationName, variables };
}

function refused(message: string): Refused {
  return { status: 400, message };
}

/** What is no JSON stays a text, which neither variables nor extensions may be. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
