import { ownName } from './base-path.ts';

// Counts up when a form's draft gets another shape: one of before is then not read.
const PREFIX = ownName('draft-2:');
const ANY_PREFIX = new RegExp(`^${ownName('')}draft(-\\d+)?:`);

/** What was typed into a form and not yet saved: survives a reload and signing in again, not the tab. One that cannot be read is none. */
export function readDraft<Draft>(name: string): Draft | undefined {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft<Draft>(name: string, draft: Draft): void {
  sessionStorage.setItem(PREFIX + name, JSON.stringify(draft));
}

export function dropDraft(name: string): void {
  sessionStorage.removeItem(PREFIX + name);
}

/** Whether this tab has anything that was typed and not yet saved. */
export function hasDrafts(): boolean {
  return Object.keys(sessionStorage).some((key) => ANY_PREFIX.test(key));
}

/** The name of what GraphiQL keeps of what was typed. It outlives the tab, as its history should. */
export function lastingName(name: string): string {
  return ownName(`graphiql:${name}`);
}

/** Those of before as well, and GraphiQL's history: nothing that was typed outlives the session. */
export function dropDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(lastingName(''))) localStorage.removeItem(key);
  }
  for (const key of Object.keys(sessionStorage)) {
    if (ANY_PREFIX.test(key)) sessionStorage.removeItem(key);
  }
}
