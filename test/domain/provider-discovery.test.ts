import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CallerError } from '../../src/domain/caller-error.ts';
import { createIdentityProvider } from '../../src/domain/identity-provider.ts';
import { createDiscovery, UnfitProviderError } from '../../src/domain/provider-discovery.ts';
import { startIdentityProvider } from '../support/identity-provider.ts';

// Each issuer of this server tells what stands here; the strings name it.
const FIT = {
  jwks_uri: 'https://keys.example/jwks',
  authorization_endpoint: 'https://login.example/authorize',
  token_endpoint: 'https://tokens.example/token',
};
const documents: Record<string, object | string> = {};
let origin: string;
let asked = 0;

const server = createServer(({ url = '' }, response) => {
  asked += 1;
  const told = documents[url.replace('/.well-known/openid-configuration', '')];
  response.writeHead(told ? 200 : 404).end(typeof told === 'string' ? told : JSON.stringify(told));
});

beforeAll(async () => {
  await once(server.listen(0, 'localhost'), 'listening');
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

function discover(path: string, options: { jwksUrl?: string; clientId?: string } = {}) {
  return createDiscovery({ issuer: origin + path, jwksUrl: null, clientId: 'page', ...options }, 0);
}

test('A document tells where the keys are, and to which origins the page sends requests', async () => {
  documents['/fit'] = { ...FIT, issuer: `${origin}/fit` };
  const discovery = discover('/fit');
  expect(discovery.known()).toBeUndefined();
  const found = { jwksUrl: FIT.jwks_uri, origins: [origin, 'https://tokens.example'] };
  expect(await Promise.all([discovery.find(), discovery.find()])).toEqual([found, found]);
  const before = asked;
  expect(await discovery.find()).toEqual(discovery.known());
  expect(asked).toBe(before);
  const keysElsewhere = discover('/fit', { jwksUrl: 'https://mine.example/keys' });
  expect((await keysElsewhere.find()).jwksUrl).toBe('https://mine.example/keys');
});

test.each([
  [
    'the issuer of many tenants',
    { issuer: 'https://login.example/{tenantid}/v2.0' },
    /^OIDC_ISSUER must name one tenant/,
  ],
  [
    'another spelling of the issuer',
    { issuer: 'https://login.example/' },
    /^OIDC_ISSUER must be "https:\/\/login.example\/"/,
  ],
  ['no keys', { jwks_uri: undefined }, /^OIDC_JWKS_URL is missing/],
  ['keys by plain HTTP', { jwks_uri: 'http://keys.example/' }, /^OIDC_JWKS_URL is missing/],
  ['no page to sign in at', { authorization_endpoint: undefined }, /^OIDC_CLIENT_ID cannot be used: .* page/],
  [
    'tokens by plain HTTP',
    { token_endpoint: 'http://tokens.example' },
    /^OIDC_CLIENT_ID cannot be used: .* token endpoint/,
  ],
  ['no codes', { response_types_supported: ['id_token'] }, /^OIDC_CLIENT_ID cannot be used: .* code/],
  ['only plain PKCE', { code_challenge_methods_supported: ['plain'] }, /^OIDC_CLIENT_ID cannot be used: .* S256/],
])('A provider with %s does not fit, in one line', async (_what, told, line) => {
  documents['/unfit'] = { ...FIT, issuer: `${origin}/unfit`, ...told };
  const error = await discover('/unfit')
    .find()
    .catch((thrown) => thrown);
  expect(error).toBeInstanceOf(UnfitProviderError);
  expect(error.message).toMatch(line);
  expect(error.message).not.toContain('\n');
});

test('One that is away, or answers with something else, may fit later', async () => {
  const discovery = discover('/late');
  const failures = [];
  for (const told of [undefined, '<html>', '{"issuer":1}']) {
    if (told) documents['/late'] = told;
    failures.push(await discovery.find().catch((error) => error));
  }
  expect(failures.map(({ name, message }) => [name, message.replace(/.*configuration /, '')])).toEqual([
    ['Error', 'answers with status 404'],
    ['Error', 'is no discovery document'],
    ['Error', 'is no discovery document'],
  ]);
  documents['/late'] = { ...FIT, issuer: `${origin}/late` };
  expect((await discovery.find()).jwksUrl).toBe(FIT.jwks_uri);
});

test('A provider that failed just now is not asked again with every token', async () => {
  const discovery = createDiscovery({ issuer: `${origin}/none`, jwksUrl: null, clientId: null });
  const before = asked;
  await expect(discovery.find()).rejects.toThrow('status 404');
  await expect(discovery.find()).rejects.toThrow('status 404');
  expect(asked).toBe(before + 1);
});

test('Tokens are good as soon as a provider answers that was away at the start', async () => {
  const { issuer, audience, tokenType, ...provider } = await startIdentityProvider(['ana']);
  const token = await provider.tokenOf('ana');
  await provider.stop();
  const discovery = createDiscovery({ issuer, jwksUrl: null, clientId: null }, 0);
  const jwksUrl = async () => (await discovery.find()).jwksUrl;
  const judge = createIdentityProvider({ issuer, audience, tokenType, jwksUrl });
  await expect(judge(token)).rejects.toThrow(CallerError);
  await provider.start();
  expect(await judge(token)).toEqual({ subject: 'ana' });
  await provider.stop();
  expect(await judge(token)).toEqual({ subject: 'ana' });
});
