import {
  beginSession,
  currentAccessKey,
  currentOffer,
  declineOffer,
  isToken,
  signIn,
  subscribe,
  takeKeyFromLink,
} from '../api/access-key.ts';
import { speakEnglish } from '../language/language.ts';
import { BASE_PATH } from '../parts/base-path.ts';
import { describeViewer } from '../viewer/describe-viewer.ts';
import { ask, type GraphQLRequest } from './ask.ts';
import { type Caller, findCaller, findIds } from './caller.ts';
import { startKeyForm } from './key-form.ts';
import './page.css';
import { createStorage } from './storage.ts';
import { variablesOf } from './variables.ts';

declare const YogaGraphiQL: { renderYogaGraphiQL(root: Element, options: Record<string, unknown>): void };
declare const monaco: { editor: { onDidCreateEditor(act: (editor: Editor) => void): void } };
type Editor = { updateOptions(options: Record<string, unknown>): void };

const EXAMPLES = import.meta.glob<string>('./examples/*.graphql', { query: '?raw', import: 'default', eager: true });

speakEnglish();
await beginSession();
await answerOffer();
addEventListener('hashchange', () => {
  takeKeyFromLink();
  void answerOffer();
});
const key = currentAccessKey();
// The examples are filled in for one key, which another tab may sign out.
subscribe(() => {
  if (currentAccessKey() !== key) location.reload();
});
const wanted = new URLSearchParams(location.search).get('project');
if (wanted)
  document.querySelector('.back')?.setAttribute('href', `${BASE_PATH}/projects/${encodeURIComponent(wanted)}/users`);
const [caller, ids] =
  key === null ? [{ hasEnded: false }, {}] : await Promise.all([findCaller(key), findIds(key, wanted)]);
let askingKey = key;
startKeyForm(key, caller, (other) => {
  askingKey = other;
});

Object.assign(globalThis, {
  MonacoEnvironment: {
    // Its editors are reached in no other way.
    globalAPI: true,
    getWorker: (_: string, label: string) =>
      new Worker(`${BASE_PATH}/graphiql/${label === 'json' || label === 'graphql' ? label : 'editor'}.js`),
  },
});
dropChangeOfLink();
await load(`${BASE_PATH}/graphiql/graphiql.js`);
// Beside the documentation the comments, and the ids in the variables, would be cut.
monaco.editor.onDidCreateEditor((editor) => editor.updateOptions({ wordWrap: 'on' }));
const root = document.querySelector('#root');
if (root) {
  YogaGraphiQL.renderYogaGraphiQL(root, {
    fetcher: async (request: GraphQLRequest) => (await ask(askingKey, named(request))).body,
    defaultTabs: Object.values(EXAMPLES).map((query) => ({ query, variables: variablesOf(query, ids) })),
    // The key comes from the session or the form alone, so there is none to be seen, or kept, with the headers.
    isHeadersEditorEnabled: false,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'variables',
    storage: key === null ? null : createStorage(ownerOf(key, caller)),
    // Else it has Yoga's query builder in the place of the history.
    plugins: undefined,
    // Else it writes them, with the phone numbers in them, into the address bar and the history.
    onEditQuery: () => {},
  });
}

/** GraphiQL's script reads what is set above when it is loaded, so no element of the page may load it earlier. */
function load(source: string): Promise<unknown> {
  const script = Object.assign(document.createElement('script'), { src: source });
  const isLoaded = new Promise((resolve, reject) => Object.assign(script, { onload: resolve, onerror: reject }));
  document.head.append(script);
  return isLoaded;
}

/**
 * GraphiQL opens with the `query` of the address, which anybody may have made, and whoever is signed in would only have to press a button.
 * So it may read, but no change is laid ready.
 */
function dropChangeOfLink(): void {
  const address = new URL(location.href);
  if (!address.searchParams.get('query')?.includes('mutation')) return;
  address.searchParams.delete('query');
  history.replaceState(history.state, '', address);
}

/** Asks before the key of a link takes the place of the one that this tab works with. */
async function answerOffer(): Promise<void> {
  const [current, offered] = [currentAccessKey(), currentOffer()];
  if (current === null || offered === null) return;
  const { viewer, hasEnded } = await findCaller(current);
  const question = `${describeViewer(viewer, isToken(current))}

The link that was opened holds another key. Use that one from now on? Cancel if you do not know whose it is.`;
  // A session that has ended is none to lose.
  if (hasEnded || confirm(question)) signIn(offered);
  else declineOffer();
}

/** GraphiQL may still name the operation of the tab before. */
function named({ operationName, ...request }: GraphQLRequest): GraphQLRequest {
  return operationName && request.query.includes(operationName) ? { ...request, operationName } : request;
}

/** Whose history it is: the public part of a key, or a person's name. */
function ownerOf(accessKey: string, { viewer }: Caller): string {
  return isToken(accessKey) ? `person:${viewer?.name}` : accessKey.slice(0, 'umk_'.length + 32);
}
