import type { ExecutionResult, GraphQLError } from 'graphql';
import { z } from 'zod';

export type MediaType = 'application/json' | 'application/graphql-response+json';

/** What HTTP is told of an error: `spec` where plain JSON is answered 200 all the same (GraphQL over HTTP). */
const http = z.object({
  status: z.number(),
  spec: z.boolean().optional(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** The result as HTTP carries it: the gravest status of its errors, their headers, and the body without either. */
export function render({ data, errors }: ExecutionResult, mediaType: MediaType) {
  const headers: Record<string, string> = { 'content-type': `${mediaType}; charset=utf-8` };
  if (!errors) return { status: 200, headers, body: JSON.stringify({ data }) };
  let status = 200;
  for (const error of errors) {
    const told = http.safeParse(error.extensions.http).data;
    Object.assign(headers, told?.headers);
    if (told && !(told.spec && mediaType === 'application/json')) status = Math.max(status, told.status);
  }
  return { status, headers, body: JSON.stringify({ data, errors: errors.map(withoutHttp) }) };
}

function withoutHttp(error: GraphQLError) {
  const { extensions: { http, ...extensions } = {}, ...rest } = error.toJSON();
  return { ...rest, extensions };
}
