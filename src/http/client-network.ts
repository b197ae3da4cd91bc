import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/**
 * Returns the network that a request comes from, in bytes joined by dots: an IPv4 address, or the /64 of an IPv6 address, which
 * belongs to one customer as a whole. 'unknown' when there is no address.
 */
export type NetworkOf = (request: IncomingMessage) => string;

// In characters: room for ten proxies, each with an IPv6 address and a port.
const LONGEST_LIST = 500;

/** Whether an address, as a socket or X-Forwarded-For has it, is that of a trusted proxy. */
type IsTrusted = (entry: string | undefined) => boolean;

export function trustProxies(addresses: readonly string[]): IsTrusted {
  const isListed = proxyAddr.compile([...addresses]);
  return (entry) => isListed(bare(entry), 0);
}

/**
 * X-Forwarded-For is trusted only where trusted proxies appended to it: the client is the nearest address that is not one of theirs.
 * If that is malformed or missing, the proxy that passed it on counts as the client.
 */
export function createNetworkOf(isTrusted: IsTrusted): NetworkOf {
  return (request) => {
    const list = request.headers['x-forwarded-for'] ?? '';
    // The last address is the client; all before it are proxies.
    const known = list.length > LONGEST_LIST ? [request.socket.remoteAddress] : proxyAddr.all(request, isTrusted);
    const address = known.map(bare).findLast(isAddress);
    return address === undefined ? 'unknown' : ipaddr.process(address).toByteArray().slice(0, 8).join('.');
  };
}

// Some proxies append the port: "192.0.2.1:443", "[2001:db8::1]:443".
const BRACKETED_OR_WITH_PORT = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/;

// `entry` is undefined when the socket was closed.
function bare(entry: string | undefined): string {
  const [, inBrackets, beforePort] = BRACKETED_OR_WITH_PORT.exec(entry ?? '') ?? [];
  return inBrackets ?? beforePort ?? entry ?? '';
}

// Each check accepts texts that the other cannot read: "1" and "0x7f.0.0.1", or a zone with a dash in it.
function isAddress(entry: string): boolean {
  return isIP(entry) !== 0 && ipaddr.isValid(entry);
}

/** How a request came: through a trusted proxy, through something that says to be a proxy, or directly. */
export type Way = 'proxied' | 'forwarded' | 'direct';

export function createWayOf(isTrusted: IsTrusted): (request: IncomingMessage) => Way {
  return ({ headers, socket }) => {
    if (isTrusted(socket.remoteAddress)) return 'proxied';
    return headers['x-forwarded-for'] === undefined ? 'direct' : 'forwarded';
  };
}
