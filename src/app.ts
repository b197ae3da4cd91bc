import type { Server } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { Db } from './database/connection.ts';
import { isReady } from './database/readiness.ts';
import type { IdentityProvider } from './domain/identity-provider.ts';
import { signIn } from './domain/sign-in.ts';
import { createAnswer, type ReportFault } from './graphql/answer.ts';
import { EXAMPLE_TABS } from './graphql/graphiql.ts';
import { allowOrigin } from './http/cors.ts';
import { createIdentify } from './http/credentials.ts';
import { createGate } from './http/gate.ts';
import { createGraphQLEndpoint, type Endpoint } from './http/graphql-endpoint.ts';
import { createReadiness, health, reading } from './http/health.ts';
import { createListener, drain } from './http/listener.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { wantsHtml } from './http/negotiation.ts';
import { createRateLimiter, type RateLimits } from './http/rate-limits.ts';
import type { Recorder } from './http/request-record.ts';
import { respond } from './http/respond.ts';

export type AppOptions = {
  db: Db;
  limits: RateLimits;
  identityProvider?: IdentityProvider | null;
  origins?: readonly string[];
  metrics?: Metrics;
  record?: Recorder;
  report?: ReportFault;
};

export type App = { server: Server; drain(): Promise<void> };

/** The whole service over HTTP: GraphQL at /graphql, /health, /ready. Does not listen. */
export function createApp(options: AppOptions): App {
  const {
    db,
    limits,
    identityProvider = null,
    origins = [],
    metrics = createMetrics(),
    record = () => {},
    report = () => {},
  } = options;
  let draining = false;
  const requests = createRateLimiter(limits.requestsPerMinute, 'requests');
  const failures = createRateLimiter(limits.failedKeysPerMinute, 'unknown access keys');
  const costs = createRateLimiter(limits.costPerMinute, 'objects');
  const identify = createIdentify((token) => signIn(db, identityProvider, token), { requests, failures });
  const answer = createAnswer(db, { observer: metrics.observer, report });
  const graphql = createGraphQLEndpoint({ identify, answer, report }, costs);
  const graphiql = reading(serveGraphiQL());

  const gate = createGate(
    {
      '/health': health,
      '/ready': createReadiness(
        () => isReady(db),
        () => draining,
      ),
      '/graphql': async (request, response, entry) => {
        if (wantsHtml(request)) return graphiql(request, response, entry);
        if (!allowOrigin(origins, request, response)) return graphql(request, response, entry);
      },
      '/': reading(async (_request, response) => respond(response, 302, '', { location: '/graphql' })),
      '*': async (_request, response) => respond(response, 404, 'Not found.\n'),
    },
    (entry) => {
      metrics.recordRequest(entry);
      record(entry);
    },
    () => draining,
  );
  const server = createListener(gate);
  return {
    server,
    drain() {
      draining = true;
      return drain(server);
    },
  };
}

function serveGraphiQL(): Endpoint {
  const page = renderGraphiQL({
    title: 'Users Management',
    defaultTabs: EXAMPLE_TABS,
    defaultEditorToolsVisibility: 'headers',
    shouldPersistHeaders: false,
  });
  return async (_request, response) => respond(response, 200, page, { 'content-type': 'text/html; charset=utf-8' });
}
