import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import { ConfigurationError } from '../config.ts';
import { ContactFileError } from '../contact-files/contact-file-error.ts';
import { CallerError } from '../domain/caller-error.ts';
import { RefusalError } from '../domain/refusal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The command was called in a way that it does not understand: a line for every problem. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Words and options as typed, not yet judged; what was not asked for or lacks its value is told all at once. */
export function readCommandLine(options: Options): { words: string[]; values: Record<string, unknown> } {
  const { tokens, positionals, values } = parseArgs({ allowPositionals: true, strict: false, tokens: true, options });
  const problems = tokens.flatMap((token) => {
    if (token.kind !== 'option') return [];
    if (options[token.name] === undefined) return [`${token.rawName} is not an option of this command`];
    if (options[token.name]?.type === 'string' && !token.value) return [`${token.rawName} needs a value`];
    return [];
  });
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  return { words: positionals, values };
}

/** The one word of a command that takes a file. `verb` is what it does with it. */
export function readFileName([path, ...rest]: readonly string[], verb: string): string {
  if (path === undefined) throw new UsageError(`Say which file to ${verb}.`);
  if (rest.length > 0) throw new UsageError(`What is "${rest.join(' ')}"?`);
  return path;
}

/** The options' meaning; every option that has none is a line of the UsageError. */
export function parseOptions<T extends z.ZodType>(shape: T, values: unknown): z.infer<T> {
  const parsed = shape.safeParse(values);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => `--${key} does not go with this`)
      : [`--${String(issue.path[0])} ${issue.message}`],
  );
  throw new UsageError(problems.join('\n'));
}

/** Runs a command; whatever it throws is told in words, with the status of sysexits.h. */
export async function run(usage: string, command: () => Promise<void>): Promise<void> {
  try {
    if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) console.log(usage);
    else await command();
  } catch (error) {
    console.error(printable(explain(error)));
    if (error instanceof UsageError) console.error('Add --help to see how it is used.');
    process.exitCode = statusOf(error);
  }
}

/** The text without what a terminal would obey: it may quote a file that somebody else made. */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}/gu, '\uFFFD');
}

function statusOf(error: unknown): number {
  if (error instanceof UsageError) return 64;
  if (error instanceof ContactFileError) return 65;
  if (Object(error).code === 'ENOENT') return 66;
  return error instanceof ConfigurationError ? 78 : 1;
}

const OPTION_OF = new Map([
  ['projectId', '--project'],
  ['environmentIds', '--environment'],
  ['expiresAt', '--expires'],
]);

function explain(error: unknown): string {
  if (error instanceof RefusalError) {
    const option = (field = '') => OPTION_OF.get(field) ?? `--${field}`;
    return error.problems.map(({ field, message }) => `${option(field?.[0])}: ${message}`).join('\n');
  }
  if (error instanceof UsageError || error instanceof ConfigurationError || error instanceof CallerError) {
    return error.message;
  }
  // One for each address that was tried: localhost has two.
  if (error instanceof AggregateError) return error.errors.map(explain).join('\n');
  return error instanceof Error ? error.message : String(error);
}
