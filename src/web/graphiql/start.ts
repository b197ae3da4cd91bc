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
import './tabs.css';

declare const YogaGraphiQL: { renderYogaGraphiQL(root: Element, options: Record<string, unknown>): void };

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
// Tabs of an earlier visit would stand in the place of the examples, without the key.
if (key) localStorage.removeItem('graphiql:tabState');
const headers = JSON.stringify({ Authorization: `Bearer ${key ?? '<your access key>'}` }, null, 2);
const wanted = new URLSearchParams(location.search).get('project');
if (wanted)
  document.querySelector('.back')?.setAttribute('href', `${BASE_PATH}/projects/${encodeURIComponent(wanted)}/users`);
const ids = key ? await findIds(key) : {};

Object.assign(globalThis, {
  MonacoEnvironment: {
    getWorker: (_: string, label: string) =>
      new Worker(`${BASE_PATH}/graphiql/${label === 'json' || label === 'graphql' ? label : 'editor'}.js`),
  },
});
const root = document.querySelector('#root');
if (root) {
  YogaGraphiQL.renderYogaGraphiQL(root, {
    defaultTabs: Object.values(EXAMPLES).map((query) => ({ query, variables: variablesOf(query), headers })),
    headers,
    initialHeaders: headers,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: 'headers',
    // Else it writes them, with the phone numbers in them, into the address bar and the history.
    onEditQuery: () => {},
  });
}

/** Asks before the key of a link takes the place of the one that this tab works with. */
async function answerOffer(): Promise<void> {
  const [current, offered] = [currentAccessKey(), currentOffer()];
  if (current === null || offered === null) return;
  const { status, data } = await ask(current, '{ viewer { name role } }');
  const question = `${describeViewer(data?.viewer, isToken(current))}

The link that was opened holds another key. Use that one from now on? Cancel if you do not know whose it is.`;
  // A session that has ended is none to lose.
  if (status === 401 || confirm(question)) signIn(offered);
  else declineOffer();
}

type Ids = { projectId?: string; environmentId?: string };

/** The project that the address names, or else the key's first, and its last environment, Production in a new project: what the examples ask about. */
async function findIds(accessKey: string): Promise<Ids> {
  const { data } = await ask(accessKey, '{ viewer { projects { id environments { id } } } }');
  const projects: { id: string; environments: { id: string }[] }[] = data?.viewer?.projects ?? [];
  const project = projects.find(({ id }) => id === wanted) ?? projects[0];
  return { projectId: project?.id, environmentId: project?.environments.at(-1)?.id };
}

function variablesOf(query: string): string | undefined {
  const used = Object.entries(ids).filter(([name]) => query.includes(`$${name}:`));
  return used.length > 0 ? JSON.stringify(Object.fromEntries(used), null, 2) : undefined;
}

async function ask(accessKey: string, query: string) {
  const response = await fetch(`${BASE_PATH}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${accessKey}` },
    body: JSON.stringify({ query }),
  });
  const { data } = await response.json();
  return { status: response.status, data };
}
