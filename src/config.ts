import { resolve } from 'node:path';
import { z } from 'zod';

// What a token is believed for must not be changed on its way: plain HTTP is for this machine alone.
const secureUrl = z
  .url({ protocol: /^https?$/, error: 'must be a URL' })
  .refine((text) => /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/.test(text), 'must begin with https://');

const shape = z.object({
  PORT: z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  OIDC_ISSUER: secureUrl.optional(),
  OIDC_AUDIENCE: z.string().optional(),
  OIDC_JWKS_URL: secureUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
});

export type Config = {
  port: number;
  host: string;
  dataDirectory: string;
  databaseUrl: string | null;
  /** `clientId` is the page's; without one it offers access keys alone. */
  identityProvider: { issuer: string; audience: string; jwksUrl: string; clientId: string | null } | null;
};

export class ConfigurationError extends Error {}

/** Reads the environment; throws with every problem on a line of its own. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? []),
    ...findMissing(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigurationError(problems.join('\n'));
  const { PORT, HOST, DATA_DIR, DATABASE_URL, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL, OIDC_CLIENT_ID } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    dataDirectory: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    identityProvider:
      OIDC_ISSUER && OIDC_AUDIENCE && OIDC_JWKS_URL
        ? { issuer: OIDC_ISSUER, audience: OIDC_AUDIENCE, jwksUrl: OIDC_JWKS_URL, clientId: OIDC_CLIENT_ID ?? null }
        : null,
  };
}

const TOGETHER = ['OIDC_ISSUER', 'OIDC_AUDIENCE', 'OIDC_JWKS_URL'];

function findMissing(given: NodeJS.ProcessEnv): string[] {
  if (!Object.keys(given).some((name) => name.startsWith('OIDC_'))) return [];
  return TOGETHER.filter((name) => !given[name]).map(
    (name) => `${name} is missing: ${TOGETHER.join(', ')} go together`,
  );
}
