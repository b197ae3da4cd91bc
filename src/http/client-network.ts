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

/**
 * X-Forwarded-For is trusted only where the listed proxies appended to it: the client is the nearest address that is not one of
 * theirs. If that is malformed or missing, the proxy that passed it on counts as the client.
 */
export function createNetworkOf(trustedProxies: readonly string[]): NetworkOf {
  const isListed = proxyAddr.compile([...trustedProxies]);
  const isTrusted = (entry: string, distance: number) => isListed(bare(entry), distance);
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

/**
 * Returns whether a request came through a proxy: one of those listed, or one that says so. A client that only pretends to be one is
 * held back less, which it also is when it hangs up and connects again.
 */
export function createIsProxied(trustedProxies: readonly string[]): (request: IncomingMessage) => boolean {
  const isListed = proxyAddr.compile([...trustedProxies]);
  return ({ headers, socket }) => headers['x-forwarded-for'] !== undefined || isListed(bare(socket.remoteAddress), 0);
}
