import type { ClientConfig } from 'pg';
import { parse } from 'pg-connection-string';
import { AddressError, readTls, type Tls, withoutTls } from './tls.ts';

/** One way to connect: a host, and TLS as it is to be tried there. */
export type Way = { host: string | undefined; port: number | undefined; ssl: Tls };

/** Who connects and with which settings, and the ways to do it, in the order in which they are to be tried. */
export type Address = { given: ClientConfig; ways: Way[] };

/** Reads the URL of a database as libpq would, several hosts and sslmode included. Throws AddressError. */
export function readAddress(url: string): Address {
  refuseRawCharacters(url);
  const { start = '', login = '', hosts = '', path = '', query = '' } = PARTS.exec(url)?.groups ?? {};
  const parameters = new URLSearchParams(query);
  refuseOtherServers(parameters);
  const tls = readTls(parameters);
  const rest = withoutTls(parameters);
  const places = listPlaces(hosts, rest).map(({ host, ports }) =>
    readUrl(`${start}${login}${host}${path}?${new URLSearchParams([...rest, ...ports])}`),
  );
  const [{ host: _, port: __, ssl, ...given } = {}] = places;
  const ways = places.flatMap(({ host, port }) =>
    // As in libpq, there is no TLS on a socket of this machine.
    (host?.startsWith('/') ? [false] : (tls ?? [ssl])).map((each) => ({ host, port, ssl: each })),
  );
  return { given, ways };
}

/** What is wrong with the URL of a database, in words that follow a setting's name and never quote it; undefined for a good one. */
export function findAddressProblem(url: string): string | undefined {
  try {
    readAddress(url);
  } catch (error) {
    if (error instanceof AddressError) return error.message;
    throw error;
  }
}

const PARTS = /^(?<start>\w+:\/\/)(?<login>[^/?#]*@)?(?<hosts>[^/?#@]*)(?<path>\/[^?#]*)?(?:\?(?<query>[^#]*))?$/;

// What stands raw in a password ends it too early, and the rest would pass for a host, whose name an error would show.
function refuseRawCharacters(url: string): void {
  const { login, path = '', query = '' } = PARTS.exec(url)?.groups ?? {};
  if (!PARTS.test(url) || path.includes('@') || (login === undefined && query.includes('@')))
    throw new AddressError(
      'has a special character that must be percent-encoded in the user or password: # as %23, / as %2F, ? as %3F, @ as %40',
    );
}

const WRITABLE = ['any', 'read-write', 'primary'];

// The service cannot work with a server that is read-only, so `any` passes by one as well.
function refuseOtherServers(parameters: URLSearchParams): void {
  const wanted = parameters.get('target_session_attrs');
  if (wanted !== null && !WRITABLE.includes(wanted))
    throw new AddressError(
      `has target_session_attrs=${clean(wanted)}, but must lead to a server that takes writes: read-write`,
    );
}

/** The hosts before the path or, where none is, those of the parameters `host` and `port`: each with its port, if it has one. */
function listPlaces(hosts: string, parameters: URLSearchParams): { host: string; ports: [string, string][] }[] {
  const named = parameters.get('host')?.split(',') ?? [];
  const ports = parameters.get('port')?.split(',') ?? [];
  for (const name of ['host', 'port', 'target_session_attrs']) parameters.delete(name);
  const inPath = named.length > 0 ? named.map(() => hosts) : hosts.split(',');
  if (ports.length > 1 && ports.length !== inPath.length)
    throw new AddressError(`has ${ports.length} ports for ${inPath.length} hosts`);
  return inPath.map((host, at) => ({
    host,
    ports: Object.entries({ host: named[at], port: ports[at] ?? ports[0] }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  }));
}

function readUrl(url: string): Omit<ClientConfig, 'ssl'> & { ssl: Tls } {
  try {
    const { host, port, ssl, ...given } = parse(url) as ClientConfig & { ssl: Tls };
    // pg-connection-string leaves a port that is not given empty.
    return { ...given, host: host || undefined, port: port ? Number(port) : undefined, ssl };
  } catch {
    throw new AddressError(
      'cannot be read as postgres://user:password@host:5432/database; percent-encode special characters in the user and password',
    );
  }
}

function clean(text: string): string {
  return text.replace(/[^\w-]/g, '…');
}
