import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

export type Target = { url: string; keys: string[]; projectId: string; environmentId: string };

/** What became of one request: answered well, refused as it should be, not reached, or anything else. */
type Outcome = 'good' | 'refused' | 'unreached' | 'bad';
type Sample = { at: number; milliseconds: number; outcome: Outcome; detail: string };
export type Load = {
  samples: Sample[];
  acknowledged: string[];
  probes: { began: number; at: number; path: string; status: number }[];
};

const PAUSE_MS = 25;
const PROBE_MS = 50;
// Beyond what any caller may have to wait: a request still open then hangs.
const PATIENCE_MS = 10_000;

const CREATE = `mutation Create($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { code } } }`;
const CHECK = `query Check($id: ID!, $sender: SenderInput!) { checkAccess(environmentId: $id, sender: $sender) { reason } }`;

/** A steady load, half writes and half reads, until it is stopped; with a look at /health and /ready beside it. */
export function startLoad(target: Target): { load: Load; stop(): Promise<void> } {
  const load: Load = { samples: [], acknowledged: [], probes: [] };
  let running = true;
  const work = async (key: string, index: number) => {
    for (; running; await delay(PAUSE_MS)) load.samples.push(await askOnce(target, key, index % 2 === 0, load));
  };
  const probe = async (path: string) => {
    for (; running; await delay(PROBE_MS)) {
      const began = performance.now();
      const status = await fetch(new URL(path, target.url)).then(
        async (response) => (await response.text()) && response.status,
        () => 0,
      );
      load.probes.push({ began, at: performance.now(), path, status: Number(status) });
    }
  };
  const all = Promise.all([...target.keys.map(work), probe('/health'), probe('/ready')]);
  return {
    load,
    async stop() {
      running = false;
      await all;
    },
  };
}

async function askOnce(target: Target, key: string, isWrite: boolean, load: Load): Promise<Sample> {
  const began = performance.now();
  const { outcome, detail } = await (isWrite ? write(target, key, load) : read(target, key));
  return { at: began, milliseconds: performance.now() - began, outcome, detail };
}

let written = 0;

async function write(target: Target, key: string, load: Load) {
  written += 1;
  const phoneNumber = `+4915${100_000_000 + written}`;
  const { projectId, environmentId } = target;
  const input = { projectId, phoneNumber, firstName: 'Ana', lastName: 'Lima', environmentIds: [environmentId] };
  const answer = await post(target.url, key, CREATE, { input: { ...input, idempotencyKey: randomUUID() } });
  const id = answer.data?.createUser?.user?.id;
  if (id) load.acknowledged.push(id);
  return judge(answer, Boolean(id));
}

async function read(target: Target, key: string) {
  const sender = { channel: 'WHATSAPP', phoneNumber: '+1 555-123-4567' };
  const answer = await post(target.url, key, CHECK, { id: target.environmentId, sender });
  return judge(answer, answer.data?.checkAccess?.reason === 'UNKNOWN_SENDER');
}

type Answer = {
  status: number;
  retryAfter: string | null;
  data?: { createUser?: { user?: { id: string } }; checkAccess?: { reason: string } };
  text: string;
};

function judge({ status, retryAfter, text }: Answer, isGood: boolean): { outcome: Outcome; detail: string } {
  if (status === 0) return { outcome: 'unreached', detail: text };
  if (status === 200 && isGood) return { outcome: 'good', detail: '' };
  if (status === 503 && Number(retryAfter) >= 1) return { outcome: 'refused', detail: '' };
  return { outcome: 'bad', detail: `${status} ${text.slice(0, 200)}` };
}

async function post(url: string, key: string, query: string, variables: object): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const { data } = JSON.parse(text);
    return { status: response.status, retryAfter: response.headers.get('retry-after'), data, text };
  } catch (error) {
    return { status: 0, retryAfter: null, text: String(error) };
  }
}
