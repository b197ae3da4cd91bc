import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { wantsHtml } from './negotiation.ts';
import { below, PAGE_DIRECTORY } from './page.ts';
import { respond } from './respond.ts';

const SCRIPT = 'text/javascript; charset=utf-8';

// GraphiQL's editors add styles at run time, and its workers are files of ours. Nothing comes from another host.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL to a browser that opens /graphql, and its files below /graphiql/. Returns false for every other request. */
export function createGraphiQL({
  directory = PAGE_DIRECTORY,
  basePath = '',
}: {
  directory?: string;
  basePath?: string;
} = {}): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = request.url?.split('?', 1)[0];
    if (path === '/graphql' && isOpened(request)) {
      void sendShell(join(directory, 'graphiql', 'index.html'), basePath, response);
      return true;
    }
    const name = /^\/graphiql\/([a-z]+\.[a-z]+)$/.exec(path ?? '')?.[1];
    if (name === undefined) return false;
    sendPart(name, response).catch(() => respond(response, 500, 'GraphiQL cannot be read.\n'));
    return true;
  };
}

// Whoever opens an address has no access key to send with it. With one, and a query in the address, a program asks.
function isOpened(request: IncomingMessage): boolean {
  const isAsked = request.headers.authorization !== undefined && /[?&]query=/.test(request.url ?? '');
  return wantsHtml(request) && !isAsked;
}

async function sendShell(file: string, basePath: string, response: ServerResponse): Promise<void> {
  const html = await readFile(file, 'utf8').catch(() => undefined);
  if (!html) return respond(response, 503, 'GraphiQL is not built yet: run "npm run build".\n');
  respond(response, 200, below(basePath, html), {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': CONTENT_SECURITY_POLICY,
  });
}

async function sendPart(name: string, response: ServerResponse): Promise<void> {
  const kind = PARTS.get(name);
  if (!kind) return respond(response, 404, 'There is no such file.\n');
  const body = await loadPart(name, kind.read);
  response
    .writeHead(200, {
      'content-type': kind.type,
      'content-encoding': 'gzip',
      'cache-control': 'public, max-age=86400',
    })
    .end(body);
}

type Bundle = typeof import('@graphql-yoga/render-graphiql/graphiql');
type Read = (bundle: Bundle) => string;

const PARTS = new Map<string, { type: string; read: Read }>([
  ['graphiql.js', { type: SCRIPT, read: ({ js }) => js }],
  ['graphiql.css', { type: 'text/css; charset=utf-8', read: ({ css }) => css }],
  ['editor.js', { type: SCRIPT, read: ({ editorWorkerService }) => editorWorkerService }],
  ['json.js', { type: SCRIPT, read: ({ jsonWorker }) => jsonWorker }],
  ['graphql.js', { type: SCRIPT, read: ({ graphqlWorker }) => graphqlWorker }],
]);

const packed = new Map<string, Promise<Buffer>>();

// Nine megabytes that most processes never serve, so each is loaded and compressed when it is first asked for.
function loadPart(name: string, read: Read): Promise<Buffer> {
  const known = packed.get(name);
  if (known) return known;
  const body = import('@graphql-yoga/render-graphiql/graphiql').then((bundle) => promisify(gzip)(read(bundle)));
  packed.set(name, body);
  return body;
}
