import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

cryptoProvider.set(crypto);

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const HOUR_MS = 3_600_000;

/** A certificate authority, in PEM, and a server's certificate that it signed. */
export type Authority = {
  certificate: string;
  /** A certificate for a server of this name, with its key. */
  sign(host: string): Promise<{ certificate: string; key: string }>;
};

const makeKeys = () => crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
const validity = () => ({ notBefore: new Date(Date.now() - HOUR_MS), notAfter: new Date(Date.now() + HOUR_MS) });

export async function createAuthority(name: string): Promise<Authority> {
  const keys = await makeKeys();
  const issuer = `CN=${name}`;
  const own = await X509CertificateGenerator.createSelfSigned({
    ...{ name: issuer, keys, signingAlgorithm: ALGORITHM, ...validity() },
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  });
  return {
    certificate: own.toString('pem'),
    async sign(host) {
      const server = await makeKeys();
      const signed = await X509CertificateGenerator.create({
        ...{ subject: `CN=${host}`, issuer, publicKey: server.publicKey, signingKey: keys.privateKey },
        ...{ signingAlgorithm: ALGORITHM, ...validity() },
        extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
      });
      const key = await crypto.subtle.exportKey('pkcs8', server.privateKey);
      return { certificate: signed.toString('pem'), key: PemConverter.encode(key, 'PRIVATE KEY') };
    },
  };
}
