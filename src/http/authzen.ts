import type { Evaluations } from '../graphql/evaluations.ts';
import { NO_JSON, readJson } from './body.ts';
import type { Endpoint } from './endpoint.ts';
import { type ErrorResponse, errorResponse, type GraphQLResponse } from './graphql-response.ts';
import { isPlainJson } from './negotiation.ts';
import type { RateLimiter } from './rate-limits.ts';
import { respond, TEXT } from './respond.ts';
import { createRestEndpoint, type RestParts } from './rest-endpoint.ts';

const EVALUATION = '/access/v1/evaluation';
const EVALUATIONS = '/access/v1/evaluations';
const CONFIGURATION = '/.well-known/authzen-configuration';
const JSON_TYPE = { 'content-type': 'application/json' };

type Parts = RestParts & { evaluations: Evaluations; costs: RateLimiter };

/** The endpoints of AuthZEN's Authorization API 1.0, by path. Their errors are plain texts, as the standard wants them. */
export function createAuthzen({ evaluations, ...parts }: Parts, basePath: string): Record<string, Endpoint> {
  const configuration = createConfiguration(basePath);
  return {
    [EVALUATION]: createEvaluation(parts, evaluations.one),
    [EVALUATIONS]: createEvaluation(parts, evaluations.many),
    [CONFIGURATION]: configuration,
    // The standard's place is in front of the base path.
    [CONFIGURATION + basePath]: configuration,
  };
}

function createEvaluation({ costs, ...parts }: Omit<Parts, 'evaluations'>, evaluate: Evaluations['many']): Endpoint {
  const answer = createRestEndpoint(
    parts,
    'POST',
    async ({ actor, request, response }) => {
      if (!isPlainJson(request)) return errorResponse(400, 'BAD_USER_INPUT', NO_JSON.message);
      const body = await readJson(request, response);
      if ('status' in body) return errorResponse(body.status, 'BAD_USER_INPUT', body.message);
      const spend = (cost: number) => costs.charge(actor.id, cost);
      respond(response, 200, JSON.stringify(await evaluate({ actor, spend }, body.json)), JSON_TYPE);
      return undefined;
    },
    asText,
  );
  return async (request, response, record) => {
    const id = request.headers['x-request-id'];
    if (id !== undefined) response.setHeader('x-request-id', id);
    await answer(request, response, record);
  };
}

function asText(error: ErrorResponse): GraphQLResponse {
  return { ...error, headers: { ...error.headers, ...TEXT }, body: `${error.message}\n` };
}

// The standard knows only https, which ends at a proxy; on the machine itself there is none.
const ON_THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/i;

/** Tells where the endpoints are, for the name by which it was asked. Anybody may know. */
function createConfiguration(basePath: string): Endpoint {
  return async ({ method, headers: { host = '' } }, response) => {
    if (method !== 'GET' && method !== 'HEAD') {
      return respond(response, 405, 'Only GET is taken here.\n', { ...TEXT, allow: 'GET, HEAD' });
    }
    const identifier = `${ON_THIS_MACHINE.test(host) ? 'http' : 'https'}://${host}${basePath}`;
    const configuration = {
      policy_decision_point: identifier,
      access_evaluation_endpoint: identifier + EVALUATION,
      access_evaluations_endpoint: identifier + EVALUATIONS,
    };
    respond(response, 200, JSON.stringify(configuration), JSON_TYPE);
  };
}
