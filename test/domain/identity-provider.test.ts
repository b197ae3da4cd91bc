import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createIdentityProvider } from '../../src/domain/identity-provider.ts';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';

let provider: IdentityProvider;

beforeAll(async () => {
  provider = await startIdentityProvider([]);
});
afterAll(() => provider.stop());

const ANA = { subject: 'ana' };

test.each([
  ['of Cognito for the page', { aud: undefined, token_use: 'access', client_id: 'page' }, ANA],
  [
    'of Cognito for another client',
    { aud: undefined, token_use: 'access', client_id: 'other' },
    { refused: 'audience' },
  ],
  ['of Cognito for no client', { aud: undefined, token_use: 'access' }, { refused: 'audience' }],
  ['of Cognito bound to us, for another client', { token_use: 'access', client_id: 'other' }, ANA],
  ['bound to another, for the page', { aud: 'x', token_use: 'access', client_id: 'page' }, { refused: 'audience' }],
  ['bound to nobody', { aud: [], token_use: 'access', client_id: 'page' }, { refused: 'audience' }],
  ['of another provider without an audience', { aud: undefined, client_id: 'page' }, { refused: 'missing aud' }],
  ['of Cognito that is an ID token', { token_use: 'id' }, { refused: 'id token' }],
  ['of Cognito that is an ID token for nobody', { aud: undefined, token_use: 'id' }, { refused: 'missing aud' }],
  ['of Keycloak', { typ: 'Bearer', azp: 'page' }, ANA],
  ['of Keycloak that is an ID token', { typ: 'ID', azp: 'page' }, { refused: 'id token' }],
  ['with a nonce', { nonce: 'x' }, { refused: 'id token' }],
])('A token %s', async (_what, claims, told) => {
  const judge = createIdentityProvider({ ...provider, tokenType: 'none', clientId: 'page' });
  expect(await judge(await provider.sign({}, claims))).toEqual(told);
});

test('Without a client of the page, a token needs an audience', async () => {
  const judge = createIdentityProvider({ ...provider, tokenType: 'none' });
  const token = await provider.sign({}, { aud: undefined, token_use: 'access', client_id: 'page' });
  expect(await judge(token)).toEqual({ refused: 'missing aud' });
  expect(await judge('no.jwt.atall')).toEqual({ refused: 'malformed' });
});
