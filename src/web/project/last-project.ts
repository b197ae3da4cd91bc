import { ownName } from '../parts/base-path.ts';

// Which project, and nothing of it: a wish of this browser, as its language is.
const STORED_AS = ownName('project');

let wasChosenForThem: string | undefined;

/** The project that was last gone to on purpose. */
export function lastProject(): string | null {
  return localStorage.getItem(STORED_AS);
}

export function rememberProject(id: string): void {
  if (id !== wasChosenForThem) localStorage.setItem(STORED_AS, id);
}

/** What the page itself chose is no wish of anybody's. */
export function chooseForThem(id: string): string {
  wasChosenForThem = id;
  return id;
}
