import { resolve } from 'node:path';
import { z } from 'zod';

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
});

export type Config = { port: number; host: string; dataDirectory: string; databaseUrl: string | null };

export class ConfigurationError extends Error {}

/** Reads the environment; throws with every problem on a line of its own. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigurationError(lines.join('\n'));
  }
  const { PORT, HOST, DATA_DIR, DATABASE_URL } = parsed.data;
  return { port: PORT, host: HOST, dataDirectory: resolve(DATA_DIR), databaseUrl: DATABASE_URL ?? null };
}
