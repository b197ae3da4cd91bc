import { resolve } from 'node:path';
import { z } from 'zod';
import { findAddressProblem } from './database/engine/address.ts';
import { CONNECTIONS_PER_PROCESS, SERVER_ROLE } from './database/engine/session.ts';
import type { PageSignIn } from './http/page.ts';
import {
  findConfusion,
  findMissing,
  type IdentityProviderSettings,
  OIDC_SETTINGS,
  readIdentityProvider,
  readPageSignIn,
} from './oidc-settings.ts';
import { isOrigin } from './origins.ts';
import { isProxy } from './trusted-proxies.ts';

const whole = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^-?\d+$/, { error: 'must be a whole number', abort: true })
    .transform(Number)
    .pipe(z.number().min(minimum, `must be ${minimum} to ${maximum}`).max(maximum, `must be ${minimum} to ${maximum}`));

const list = z.string().transform((text) => text.split(',').map((item) => item.trim()));

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\//, { error: 'must begin with postgres:// or postgresql://', abort: true })
  .superRefine((url, { addIssue }) => {
    const problem = findAddressProblem(url);
    if (problem) addIssue(problem);
  });

const port = whole(0, 65535);
const allowance = whole(1, 1_000_000_000);

// The service's own paths, which would be taken for one another.
const OWN_PATHS = /^\/(access|assets|graphql|graphiql|health|metrics|projects|ready|signed-in|users)(\/|$)/;

const basePath = z
  .string()
  .regex(/^(\/[\w~-][\w.~-]*)*\/?$/, { error: 'must be a path such as /users-management', abort: true })
  .refine((path) => !OWN_PATHS.test(path), 'must not begin with a path of the service itself, such as /users')
  .transform((path) => path.replace(/\/$/, ''));

const SAMPLERS = ['', 'parentbased_'].flatMap((parent) =>
  ['always_on', 'always_off', 'traceidratio'].map((root) => `${parent}${root}`),
);

const shape = z.object({
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  // Each process opens a dozen connections to the database.
  WEB_CONCURRENCY: whole(1, 64).default(1),
  DRAIN_SECONDS: whole(0, 300).default(0),
  BASE_PATH: basePath.default(''),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  // A login's name is made of it and a number; PostgreSQL cuts off what is over 63 letters.
  DATABASE_ROLE: z
    .string()
    .regex(/^(?!pg_)[a-z_][a-z0-9_]{0,51}$/, 'must be the name of a role: a to z, 0 to 9 and _, at most 52 of them')
    .default(SERVER_ROLE),
  // Two of them are shared by all short reads; a transaction may need another one beside its own.
  DATABASE_CONNECTIONS: whole(4, 1000).default(CONNECTIONS_PER_PROCESS),
  PREPARED_STATEMENTS: z.enum(['on', 'off'], 'must be on or off').default('on'),
  ...OIDC_SETTINGS,
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'must be silent, error, warn, info or debug')
    .default('info'),
  // What else OpenTelemetry's exporter reads (headers, certificates, time-out) it reads itself.
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'must be a URL' }).optional(),
  OTEL_TRACES_SAMPLER: z.enum(SAMPLERS, `must be one of ${SAMPLERS.join(', ')}`).default('parentbased_always_on'),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number('must be a number')
    .min(0, 'must be 0 to 1')
    .max(1, 'must be 0 to 1')
    .default(1),
  CORS_ORIGINS: list
    .refine(
      (origins) => origins.every(isOrigin),
      'must list origins as browsers send them, such as https://example.com, https://*.example.com or capacitor://localhost',
    )
    .default([]),
  TRUSTED_PROXIES: list
    .refine((proxies) => proxies.every(isProxy), 'must list addresses and networks such as 10.1.2.3, 10.0.0.0/8')
    .default([]),
  // A gateway asks once for each message: this allows a thousand messages a second for one key.
  REQUESTS_PER_MINUTE: allowance.default(60_000),
  // In objects of answers: five hundred of the most expensive documents.
  COST_PER_MINUTE: allowance.default(5_000_000),
  // Per network address. No guess will ever hit a key of 256 bits: this protects the server, not the keys.
  FAILED_KEYS_PER_MINUTE: allowance.default(300),
});

export type Config = {
  port: number;
  host: string;
  processes: number;
  /** How long the service goes on serving after SIGTERM, for those who send it requests to notice. */
  drainSeconds: number;
  dataDirectory: string;
  databaseUrl: string | null;
  /** Where it is given, `databaseUrl` is a pooler's or a login of little power, and is used as it is. */
  databaseOwnerUrl: string | null;
  databaseRole: string;
  /** The most of one serving process. */
  databaseConnections: number;
  preparedStatements: boolean;
  /** A path such as /users-management without a slash at its end, below which everything is; empty for none. */
  basePath: string;
  identityProvider: IdentityProviderSettings | null;
  /** How the page signs people in at the identity provider. Without it, the page offers access keys only. */
  pageSignIn: PageSignIn | null;
  metricsPort: number | null;
  logLevel: string;
  /** Which requests are traced; null while tracing is off. */
  tracing: { sampler: string; ratio: number } | null;
  origins: readonly string[];
  trustedProxies: readonly string[];
  limits: { requestsPerMinute: number; costPerMinute: number; failedKeysPerMinute: number };
};

export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

/** Reads the settings from the environment. Throws ConfigurationError with one line per problem. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map(({ path, message }) => `${path[0]?.toString()} ${message}`) ?? []),
    ...findMissing(given),
    ...findWithoutDatabase(given),
    ...findClash(parsed.data),
    ...findConfusion(parsed.data),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    processes: data.WEB_CONCURRENCY,
    drainSeconds: data.DRAIN_SECONDS,
    dataDirectory: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    databaseOwnerUrl: data.DATABASE_OWNER_URL ?? null,
    databaseRole: data.DATABASE_ROLE,
    databaseConnections: data.DATABASE_CONNECTIONS,
    preparedStatements: data.PREPARED_STATEMENTS === 'on',
    basePath: data.BASE_PATH,
    identityProvider: readIdentityProvider(data),
    pageSignIn: readPageSignIn(data),
    metricsPort: data.METRICS_PORT ?? null,
    logLevel: data.LOG_LEVEL,
    tracing: readTracing(data),
    origins: data.CORS_ORIGINS,
    trustedProxies: data.TRUSTED_PROXIES,
    limits: {
      requestsPerMinute: data.REQUESTS_PER_MINUTE,
      costPerMinute: data.COST_PER_MINUTE,
      failedKeysPerMinute: data.FAILED_KEYS_PER_MINUTE,
    },
  };
}

function readTracing(data: z.infer<typeof shape>): Config['tracing'] {
  if (data.OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return null;
  return { sampler: data.OTEL_TRACES_SAMPLER, ratio: data.OTEL_TRACES_SAMPLER_ARG };
}

function findWithoutDatabase(given: NodeJS.ProcessEnv): string[] {
  if (given.DATABASE_URL) return [];
  return [
    ...(given.DATABASE_OWNER_URL
      ? ['DATABASE_OWNER_URL needs DATABASE_URL beside it: where the server itself logs in']
      : []),
    ...(given.PREPARED_STATEMENTS === 'off'
      ? ['PREPARED_STATEMENTS=off is for a pooler, and needs its DATABASE_URL']
      : []),
  ];
}

// Two ports of 0 do not clash: each is any free port.
function findClash(given: { PORT: number; METRICS_PORT?: number | undefined } | undefined): string[] {
  if (!given?.PORT || given.PORT !== given.METRICS_PORT) return [];
  return ['METRICS_PORT must be another port than PORT'];
}
