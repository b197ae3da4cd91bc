import { argv, stdin } from 'node:process';
import { Writable } from 'node:stream';
import { json } from 'node:stream/consumers';

// Sends requests one after the other, each when the last is answered to its end, until it is told to end; then prints how many were
// answered, how many of those badly, and how many bytes came. NNNNNNN in a request, each time twice, is a number that counts up. A process
// of its own, for an answer may be a file of gigabytes. The url, a pause in milliseconds and the first number are its arguments; the
// requests are its input.
const [, , url = '', pause = '', first = ''] = argv;
type Request = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string };
let [sent, answered, failed, bytes, next] = [0, 0, 0, 0, Number(first)];
process.once('SIGTERM', () => {
  console.log(JSON.stringify({ answered, failed, bytes }));
  process.exit(0);
});
const requests = (await json(stdin)) as Request[];

async function send(): Promise<void> {
  const request = requests[sent++ % requests.length];
  if (!request) throw new Error('Nothing to ask.');
  const { method, path, headers, body } = request;
  // A row has a number and an address: both tell of the same newcomer.
  const numbered = body?.replace(/NNNNNNN(.*?)NNNNNNN/gs, (_: string, between: string) => `${next}${between}${next++}`);
  const response = await fetch(`${url}${path}`, { method, headers, ...(numbered ? { body: numbered } : {}) });
  let beginning = '';
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (beginning.length < 1_000_000 && (method === 'POST' || !response.ok)) beginning += chunk;
      done();
    },
  });
  await response.body?.pipeTo(Writable.toWeb(sink));
  answered += 1;
  if (response.ok && !/"errors":|"userErrors":\[\{/.test(beginning)) return;
  failed += 1;
  console.error(`${method} ${path}: ${response.status} ${beginning.slice(0, 300)}`);
}

for (;;) {
  await send().catch((error) => {
    failed += 1;
    console.error(error);
  });
  await new Promise((resolve) => setTimeout(resolve, Number(pause)));
}
