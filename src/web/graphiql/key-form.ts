import { isToken, signIn } from '../api/access-key.ts';
import { describeViewer } from '../viewer/describe-viewer.ts';
import { ROLES } from '../viewer/roles.ts';
import { type Caller, findCaller } from './caller.ts';

const WRONG = 'This key does not work.';

/**
 * The form above GraphiQL takes an access key and never shows it. A stranger signs in with it. Whoever is signed in asks with it until the page is
 * loaded again, as an owner does who tries what a gateway's key may do: `askWith` is told it, and it is stored nowhere.
 */
export function startKeyForm(accessKey: string | null, caller: Caller, askWith: (accessKey: string) => void): void {
  const form = find('#key-form');
  const input = find<HTMLInputElement>('#key');
  const isStranger = accessKey === null || caller.hasEnded;
  const tell = (text: string) => find('#caller').replaceChildren(text);
  const complain = (text: string) => find('#key-problem').replaceChildren(text);
  if (accessKey === null) tell('Give an access key to sign in: the examples are then filled in.');
  else if (caller.hasEnded) tell('Your access key no longer works. Sign in with another one.');
  else if (caller.viewer) tell(describeViewer(caller.viewer, isToken(accessKey)));
  else complain(caller.problem ?? '');
  find('#key-button').replaceChildren(isStranger ? 'Sign in' : 'Ask with this key');

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = input.value.trim();
    complain('');
    // No header can carry other letters than a key's.
    const other = /^[!-~]+$/.test(given) ? await findCaller(given) : null;
    if (!other || other.hasEnded) return complain(WRONG);
    if (other.problem) return complain(other.problem);
    input.value = '';
    // The page is loaded again, with the examples filled in.
    if (isStranger) return signIn(given);
    askWith(given);
    tell(`Asking with ${describe(other)} until this page is loaded again.`);
  });
}

function describe({ viewer }: Caller): string {
  return viewer ? `the key “\u2068${viewer.name}\u2069” (${ROLES[viewer.role].label})` : 'another key';
}

function find<Found extends HTMLElement>(selector: string): Found {
  const found = document.querySelector<Found>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
