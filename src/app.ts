import type { Server } from 'node:http';
import type { Connections } from './database/engine/connection.ts';
import { isReady } from './database/engine/readiness.ts';
import { createAttemptBuffer } from './domain/attempt-buffer.ts';
import { authenticate } from './domain/authentication.ts';
import type { IdentityProvider } from './domain/identity-provider.ts';
import { createSightingBuffer } from './domain/sighting-buffer.ts';
import { createAnswer } from './graphql/answer.ts';
import type { Observer } from './graphql/context.ts';
import type { Faults } from './graphql/errors/caller-errors.ts';
import { createEvaluations } from './graphql/evaluations.ts';
import { createExports } from './graphql/exports.ts';
import { createSchema } from './graphql/schema.ts';
import { createAuthzen } from './http/authzen.ts';
import { createNetworkOf, createWayOf, trustProxies, type Way } from './http/client-network.ts';
import { allowOrigins } from './http/cors.ts';
import { createAuthenticate } from './http/credentials.ts';
import { createPersonExport, createUsersExport } from './http/export-endpoints.ts';
import { createFarewell } from './http/farewell.ts';
import { createGate } from './http/gate.ts';
import { createGraphiQL } from './http/graphiql.ts';
import { createGraphQLEndpoint } from './http/graphql-endpoint.ts';
import { createReadiness, health } from './http/health.ts';
import { createHoldBack } from './http/hold-back.ts';
import { createListener } from './http/listener.ts';
import { createPage, type PageSignIn } from './http/page.ts';
import { createRateLimiter, type RateLimits } from './http/rate-limits.ts';
import { respond } from './http/respond.ts';
import type { SharedCharges } from './http/shared-charges.ts';
import type { ReportFault } from './observe/log.ts';
import { createMetrics, type Metrics } from './observe/metrics.ts';
import type { Recorder } from './observe/request-record.ts';
import type { Tracing } from './observe/tracing.ts';
import { startFlushing } from './process/flushing.ts';

export type AppOptions = {
  connections: Connections;
  limits: RateLimits;
  identityProvider?: IdentityProvider | null;
  pageSignIn?: PageSignIn | null;
  /** To which origins the page sends requests beside its own and the issuer's, as far as they are known yet. */
  signInOrigins?: () => readonly string[];
  /** A path such as /users-management below which everything is; empty for none. */
  basePath?: string;
  origins?: readonly string[];
  /** Addresses and CIDRs of proxies whose X-Forwarded-For is trusted. */
  trustedProxies?: readonly string[];
  /** How many refusals of bad keys may be delayed at the same time. */
  mostHeldBack?: Record<Way, number>;
  /** In milliseconds: how often attempts of people who are not let in, and sightings, are written. A process that is killed loses as much. */
  writeNotesEvery?: number;
  metrics?: Metrics;
  sharedCharges?: SharedCharges | undefined;
  /** Called when something was removed whose rows still have to be deleted. */
  onRemoval?: () => void;
  record?: Recorder;
  report?: ReportFault;
  /** Is told what keeps the service from answering. */
  unavailable?: Faults['unavailable'];
  tracing?: Tracing | undefined;
};

export type App = {
  server: Server;
  /** Turns /ready red and serves for so many milliseconds more, unless it is hurried. */
  leave(milliseconds: number, hurry: AbortSignal): Promise<void>;
  drain(): Promise<void>;
};

/**
 * Creates the whole HTTP service: GraphQL and GraphiQL at /graphql, AuthZEN at /access, the page at /, /health and /ready, all below the
 * base path. It does not listen yet.
 */
export function createApp(options: AppOptions): App {
  const {
    connections,
    limits,
    identityProvider = null,
    pageSignIn = null,
    signInOrigins,
    basePath = '',
    origins = [],
    trustedProxies = [],
    mostHeldBack,
    writeNotesEvery = 2000,
    metrics = createMetrics(),
    sharedCharges,
    onRemoval = () => {},
    record = () => {},
    report = () => {},
    unavailable = () => {},
    tracing,
  } = options;
  const faults: Faults = { report, unavailable };
  const farewell = createFarewell();
  const requests = createRateLimiter(limits.requestsPerMinute, 'requests', sharedCharges);
  const failures = createRateLimiter(limits.failedKeysPerMinute, 'requests without a valid key', sharedCharges);
  const costs = createRateLimiter(limits.costPerMinute, 'objects', sharedCharges);
  const isTrusted = trustProxies(trustedProxies);
  const authenticateRequest = createAuthenticate(
    (token) => authenticate(connections, identityProvider, token),
    { requests, failures },
    { networkOf: createNetworkOf(isTrusted), holdBack: createHoldBack(createWayOf(isTrusted), mostHeldBack) },
  );
  const attempts = createAttemptBuffer(connections.db, metrics.attemptsUnnoted);
  const sightings = createSightingBuffer(connections.db);
  const writing = [
    startFlushing('attempts', attempts, writeNotesEvery, { report, unavailable }),
    startFlushing('sightings', sightings, writeNotesEvery, { report, unavailable }),
  ];
  const observer: Observer = {
    accessDecided({ reason, attempt, sighting }) {
      metrics.accessDecided(reason);
      if (attempt) attempts.note(attempt);
      if (sighting) sightings.note(sighting);
    },
    registered: metrics.registered,
    strangerRefused: () => metrics.attemptsUnnoted(1),
    removed: onRemoval,
  };
  const schema = createSchema(tracing?.traceField);
  const answer = createAnswer(connections, { schema, observer, faults });
  const rest = { authenticate: authenticateRequest, costs, faults };
  const exporting = { ...rest, exports: createExports(connections, schema) };
  const authzen = createAuthzen({ ...rest, evaluations: createEvaluations(connections, observer) }, basePath);
  const graphql = allowOrigins(
    origins,
    'GET, POST',
    createGraphQLEndpoint({ authenticate: authenticateRequest, answer, faults }, costs),
  );
  const graphiql = createGraphiQL({ basePath });
  const page = createPage({ signIn: pageSignIn, signInOrigins, basePath });

  const gate = createGate(
    {
      ...authzen,
      '/health': health,
      '/ready': createReadiness(() => isReady(connections.db), farewell.hasBegun, unavailable),
      '/graphql': async (request, response, entry) => {
        if (!graphiql(request, response)) await graphql(request, response, entry);
      },
      '/projects/*/users.csv': allowOrigins(origins, 'GET', createUsersExport(exporting)),
      '/users/*.json': allowOrigins(origins, 'GET', createPersonExport(exporting)),
      '*': async (request, response) => {
        if (!page(request, response) && !graphiql(request, response)) respond(response, 404, 'Not found.\n');
      },
    },
    {
      record(entry) {
        metrics.recordRequest(entry);
        record(entry);
      },
      isLastOn: farewell.isLastOn,
      ...{ basePath, faults, tracing },
    },
  );
  const server = createListener(gate);
  return {
    server,
    leave: (milliseconds, hurry) => farewell.begin(server, milliseconds, hurry),
    async drain() {
      await farewell.drain(server);
      await Promise.all(writing.map((each) => each.stop()));
    },
  };
}
