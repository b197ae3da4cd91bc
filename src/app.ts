import { createServer, type Server, type ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { NoSchemaIntrospectionCustomRule } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { sql } from 'kysely';
import type { Db } from './database/connection.ts';
import { isUnavailable } from './database/faults.ts';
import { type Actor, strongestRole } from './domain/actor.ts';
import type { IdentityProvider } from './domain/identity-provider.ts';
import { CallerError } from './domain/refusal.ts';
import { signIn } from './domain/sign-in.ts';
import { type Context, createContext } from './graphql/context.ts';
import { maskError } from './graphql/errors.ts';
import { EXAMPLE_TABS } from './graphql/graphiql.ts';
import { createSchema } from './graphql/schema.ts';
import { createPage } from './http/page.ts';

export type AppOptions = {
  db: Db;
  identityProvider?: IdentityProvider | null;
  report?: (error: unknown, correlationId: string) => void;
};

/** The whole service over HTTP: GraphQL at /graphql, /health, /ready. Does not listen. */
export function createApp({ db, identityProvider = null, report = () => {} }: AppOptions): Server {
  const yoga = createYoga<object, Context>({
    schema: createSchema(),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    multipart: false,
    batching: false,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error) => maskError(error, report), errorMessage: 'Internal server error.' },
    graphiql: {
      title: 'Users Management',
      defaultTabs: EXAMPLE_TABS,
      defaultEditorToolsVisibility: 'headers',
      shouldPersistHeaders: false,
    },
    renderGraphiQL,
    plugins: [useSignIn(db, identityProvider)],
  });
  const page = createPage();
  return createServer((request, response) => {
    if (request.url === '/health') return answer(response, 200, 'ok');
    if (request.url === '/ready') {
      return void sql`select 1`.execute(db).then(
        () => answer(response, 200, 'ready'),
        () => answer(response, 503, 'not ready'),
      );
    }
    if (page(request, response)) return;
    return void yoga(request, response);
  });
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(text);
}

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{1,4096})$/;

// Before anything of the request is read: a stranger is to cost one look-up at most.
function useSignIn(db: Db, identityProvider: IdentityProvider | null): Plugin<Context> {
  const actors = new WeakMap<Request, Actor>();
  const actorOf = ({ request }: { request: Request }) => {
    const actor = actors.get(request);
    if (!actor) throw new Error('A request that was not authenticated.');
    return actor;
  };
  return {
    async onRequest({ request, endResponse, fetchAPI, url }) {
      if (url.pathname !== '/graphql') return;
      if (request.method === 'GET' && request.headers.get('accept')?.includes('text/html')) return;
      const refuse = (status: number, code: string, message: string) =>
        endResponse(
          fetchAPI.Response.json(
            { errors: [{ message, extensions: { code } }] },
            { status, headers: status === 401 ? { 'www-authenticate': 'Bearer' } : { 'retry-after': '1' } },
          ),
        );
      try {
        const [, token] = BEARER.exec(request.headers.get('authorization') ?? '') ?? [];
        const actor = token === undefined ? undefined : await signIn(db, identityProvider, token);
        if (actor) actors.set(request, actor);
        else
          refuse(
            401,
            'UNAUTHENTICATED',
            'A valid access key or access token is required: Authorization: Bearer <token>',
          );
      } catch (error) {
        if (!isUnavailable(error) && !(error instanceof CallerError)) throw error;
        refuse(503, 'SERVICE_UNAVAILABLE', 'The service cannot answer just now; try again.');
      }
    },
    onContextBuilding({ context, extendContext }) {
      extendContext(createContext(db, actorOf(context)));
    },
    onValidate({ addValidationRule, context }) {
      if (strongestRole(actorOf(context)) === 'GATEWAY') addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}
