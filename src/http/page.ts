import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { wantsHtml } from './negotiation.ts';
import { respond } from './respond.ts';

/** The folder into which the build writes the page. */
export const PAGE_DIRECTORY = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/**
 * Answers the request and returns true if it asks for the page: `/`, its routes, or `/assets/*`. Whoever opens an address in a browser
 * where nothing is gets the page as well, which says so and leads back; programs do not.
 */
export type Page = (request: IncomingMessage, response: ServerResponse) => boolean;

/** What the page needs to sign people in at the company's identity provider. */
export type PageSignIn = {
  issuer: string;
  audience: string;
  clientId: string;
  scope: string;
  /** Of the authorization request, beside the page's own; an empty one leaves out the page's of that name. */
  parameters: [name: string, value: string][];
};

export type PageOptions = {
  directory?: string;
  signIn?: PageSignIn | null;
  signInOrigins?: (() => readonly string[]) | undefined;
  basePath?: string;
};

export function createPage(options: PageOptions = {}): Page {
  const { directory = PAGE_DIRECTORY, signIn = null, signInOrigins = () => [], basePath = '' } = options;
  const built = readHtml(directory);
  const html = built && below(basePath, built).replace('</head>', () => `${describe(signIn)}</head>`);
  const policy = (nonce: string) =>
    contentSecurityPolicy(nonce, signIn ? [new URL(signIn.issuer).origin, ...signInOrigins()] : []);
  const serveAsset = html === undefined ? noFile : sirv(directory, ASSETS);
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/assets/')) {
      // Otherwise the no-store that the gate has set would stay instead of sirv's header.
      response.removeHeader('cache-control');
      // A build beneath a running service takes files away that sirv knows of, and an error that nobody hears would end the process.
      response.once('pipe', (file) => file.once('error', () => response.destroy()));
      serveAsset(request, response, () => noFile(request, response));
      return true;
    }
    const isKnown = path === '/' || path === '/signed-in' || path.startsWith('/projects/');
    if (!isKnown && (html === undefined || OF_PROGRAMS.test(path) || !wantsHtml(request))) return false;
    if (html !== undefined) answerHtml(response, isKnown ? 200 : 404, inDirection(request, html), policy);
    else respond(response, 503, 'The page is not built yet: run "npm run build", then start again.\n');
    return true;
  };
}

const OF_PROGRAMS = /^\/(graphql|graphiql|health|ready|metrics)(\/|$)/;

// Assets never change: their names change with their content.
const ASSETS = { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000, extensions: [] };

function noFile(_request: IncomingMessage, response: ServerResponse): void {
  respond(response, 404, 'There is no such file.\n');
}

function readHtml(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, 'index.html'), 'utf8');
  } catch {
    return undefined;
  }
}

// Until the page's script is there, which knows better, the shell is laid out for the language that the browser likes best.
// Of those that the page speaks, Arabic alone is written from right to left.
function inDirection({ headers }: IncomingMessage, html: string): string {
  const isArabic = /^ar\b/i.test(headers['accept-language'] ?? '');
  return isArabic ? html.replace('<html lang="en">', '<html lang="ar" dir="rtl">') : html;
}

/**
 * The built file for a service below this path: it finds its assets there, and is told of it. In the file they are relative to the
 * file, which a page of a longer address is not.
 */
export function below(basePath: string, html: string): string {
  const meta = basePath === '' ? '' : `<meta name="base-path" content="${basePath}" />`;
  return html
    .replace(/((?:src|href)=")(?:\.\.?\/|\/)/g, (_, before) => `${before}${basePath}/`)
    .replace('</head>', () => `${meta}</head>`);
}

// src/web/session/company-sign-in.ts reads this element.
function describe(signIn: PageSignIn | null): string {
  if (!signIn) return '';
  const content = JSON.stringify(signIn).replace(/[&"<>]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<meta name="company-sign-in" content="${content}" />`;
}

function answerHtml(response: ServerResponse, status: number, html: string, policy: (nonce: string) => string): void {
  // Mantine writes its theme into <style> elements of its own; only those of this page have the nonce.
  const nonce = randomBytes(16).toString('base64');
  respond(response, status, html.replaceAll('CSP_NONCE', nonce), {
    ...DOCUMENT,
    'content-security-policy': policy(nonce),
  });
}

function contentSecurityPolicy(nonce: string, signInOrigins: string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src ${["'self'", ...new Set(signInOrigins)].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const DOCUMENT = {
  'content-type': 'text/html; charset=utf-8',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};
