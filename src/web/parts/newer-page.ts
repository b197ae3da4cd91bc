import { BASE_PATH, ownName } from './base-path.ts';
import { hasDrafts } from './drafts.ts';

const LOADED_AT = ownName('newer-page-loaded-at');
const SHORTEST = 60_000;
const LONGEST_WAIT = 5000;

/**
 * For when a part of the page is missing: an upgrade takes away the files of the page before it. Loads the page anew if it is another one
 * by now, and returns if this one stays: nothing typed or shown is lost, and where two builds answer in turn it is not loaded over and over.
 */
export async function loadNewerPage(): Promise<void> {
  const passed = Date.now() - Number(sessionStorage.getItem(LOADED_AT));
  if (passed < SHORTEST || isInUse() || !(await isRebuilt()) || isInUse()) return;
  sessionStorage.setItem(LOADED_AT, String(Date.now()));
  location.reload();
  // Whoever is asked whether to leave may stay.
  await new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT));
}

/** A form with unsaved input, or a dialog, such as the one that shows a secret once. */
function isInUse(): boolean {
  return hasDrafts() || document.querySelector('[aria-modal=true]') !== null;
}

/** Whether the service names other scripts than this page began with: their names change with the content of any part. */
async function isRebuilt(): Promise<boolean> {
  try {
    const response = await fetch(`${BASE_PATH}/`, { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_WAIT) });
    const html = response.ok ? await response.text() : '';
    return html.includes('<script') && scripts().some((script) => !html.includes(`"${script}"`));
  } catch {
    return false;
  }
}

function scripts(): string[] {
  return [...document.querySelectorAll('script[type=module]')].map((script) => script.getAttribute('src') ?? '');
}
