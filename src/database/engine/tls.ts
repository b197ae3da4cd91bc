import { readFileSync } from 'node:fs';
import { type ConnectionOptions, getCACertificates } from 'node:tls';
import { codeOf, describeFault } from './errors.ts';

/** What a URL says that cannot be. The message follows the name of the setting and quotes no secret. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** As pg takes it. Undefined leaves it to the variable PGSSLMODE. */
export type Tls = boolean | ConnectionOptions | undefined;

const PARAMETERS = ['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'uselibpqcompat'];
const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/**
 * The ways that sslmode allows, in the order in which libpq tries them; undefined where the URL says nothing of TLS. pg's own
 * reading differs: there `require` verifies, and `prefer` never does without TLS. Throws AddressError.
 */
export function readTls(parameters: URLSearchParams): Tls[] | undefined {
  const [mode, root] = [parameters.get('sslmode'), parameters.get('sslrootcert')];
  if (!PARAMETERS.some((name) => parameters.has(name) && name !== 'uselibpqcompat')) return undefined;
  if (mode !== null && !MODES.includes(mode)) throw new AddressError(`has an sslmode other than ${MODES.join(', ')}`);
  if (root === 'system' && mode !== null && mode !== 'verify-full')
    throw new AddressError('has sslrootcert=system, which goes with sslmode=verify-full alone');
  if (mode === 'verify-ca' && root === null)
    throw new AddressError('has sslmode=verify-ca, which needs sslrootcert: the file with the CA’s certificate');

  const own = { cert: readFile(parameters, 'sslcert'), key: readFile(parameters, 'sslkey') };
  const unverified = { ...own, rejectUnauthorized: false };
  if (mode === 'disable') return [false];
  if (mode === 'allow') return [false, unverified];
  if (mode === 'prefer') return [unverified, false];
  if (mode === 'no-verify' || (mode === 'require' && root === null)) return [unverified];
  const full = { ...own, ca: root === 'system' ? systemCas() : readFile(parameters, 'sslrootcert') };
  return [mode === 'verify-full' || mode === null ? full : { ...full, checkServerIdentity: () => undefined }];
}

/** The parameters that say nothing of TLS. */
export function withoutTls(parameters: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...parameters].filter(([name]) => !PARAMETERS.includes(name)));
}

// An image with Node alone has no store of its own, so the one that Node brings counts as well.
function systemCas(): string[] {
  return [...getCACertificates('default'), ...getCACertificates('system')];
}

function readFile(parameters: URLSearchParams, name: string): string | undefined {
  const path = parameters.get(name);
  if (path === null) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AddressError(`has ${name}=${path}, which cannot be read (${codeOf(error)})`);
  }
}

/** TLS with PostgreSQL failed: a certificate that is not good, or no TLS at all. */
class TlsError extends Error {
  override readonly name = 'TlsError';
}

const UNTRUSTED = /^(UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_|INVALID_CA|PATH_LENGTH_|ERR_OSSL_X509)/;

/** The error, in words that say what to do if it is one of TLS. */
export function explainTls(error: unknown, host = 'the server'): unknown {
  const [code = '', told] = [codeOf(error), describeFault(error)];
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return new TlsError(`The certificate of ${host} is for another name: connect by a name that it has. (${told})`);
  if (UNTRUSTED.test(code))
    return new TlsError(
      `The certificate of ${host} is not trusted: sslrootcert must name the file of its CA. (${told})`,
    );
  if (isWithoutTls(error)) return new TlsError(`${host} offers no TLS, which sslmode asks for.`);
  return error;
}

/** The message of pg's error, which has no code. */
function isWithoutTls(error: unknown): boolean {
  return error instanceof Error && error.message === 'The server does not support SSL connections';
}
