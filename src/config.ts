import { resolve } from 'node:path';
import { z } from 'zod';

const whole = (minimum: number, maximum: number) =>
  z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(minimum, `must be ${minimum} to ${maximum}`)
    .max(maximum, `must be ${minimum} to ${maximum}`);

const port = whole(0, 65535);
const allowance = whole(1, 1_000_000_000);

const shape = z.object({
  PORT: port.default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must name a folder').default('.data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  METRICS_PORT: port.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'info'], 'must be silent, error or info').default('info'),
  CORS_ORIGINS: z
    .string()
    .transform((list) => list.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().regex(/^https?:\/\/[^/*\s]+$/, 'must list origins such as https://example.com')))
    .default([]),
  // A gateway asks once for each message: 200 messages a second, all day, of one key.
  REQUESTS_PER_MINUTE: allowance.default(12_000),
  // In objects answered: a hundred of the dearest documents.
  COST_PER_MINUTE: allowance.default(1_000_000),
  // Per address. No guess will ever hit a key of 256 bits: this spares the database, not the keys.
  FAILED_KEYS_PER_MINUTE: allowance.default(300),
});

export type Config = {
  port: number;
  host: string;
  dataDirectory: string;
  databaseUrl: string | null;
  metricsPort: number | null;
  logLevel: string;
  origins: readonly string[];
  limits: { requestsPerMinute: number; costPerMinute: number; failedKeysPerMinute: number };
};

export class ConfigurationError extends Error {}

/** Reads the environment; throws with every problem on a line of its own. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path[0]?.toString()} ${issue.message}`);
    throw new ConfigurationError(lines.join('\n'));
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDirectory: resolve(data.DATA_DIR),
    databaseUrl: data.DATABASE_URL ?? null,
    metricsPort: data.METRICS_PORT ?? null,
    logLevel: data.LOG_LEVEL,
    origins: data.CORS_ORIGINS,
    limits: {
      requestsPerMinute: data.REQUESTS_PER_MINUTE,
      costPerMinute: data.COST_PER_MINUTE,
      failedKeysPerMinute: data.FAILED_KEYS_PER_MINUTE,
    },
  };
}
