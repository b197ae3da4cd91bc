import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';

/** Names the network that a request comes from: an IPv4 address, or of an IPv6 address its /64, which one customer has whole. */
export type NetworkOf = (request: IncomingMessage) => string;

// Ten proxies in a row, each with an IPv6 address and a port.
const LONGEST_LIST = 500;

/**
 * X-Forwarded-For is believed from the listed proxies alone, and of it what they appended: the nearest address that is none of
 * theirs. Where that is malformed or missing, the proxy that passed it on is taken for the client.
 */
export function createNetworkOf(trustedProxies: readonly string[]): NetworkOf {
  const isListed = proxyAddr.compile([...trustedProxies]);
  const isTrusted = (entry: string, distance: number) => isListed(bare(entry), distance);
  return (request) => {
    const list = request.headers['x-forwarded-for'] ?? '';
    // The last one is the client, all before it are proxies.
    const known = list.length > LONGEST_LIST ? [request.socket.remoteAddress] : proxyAddr.all(request, isTrusted);
    const address = known.map(bare).findLast(isAddress);
    return address === undefined ? 'unknown' : ipaddr.process(address).toByteArray().slice(0, 8).join('.');
  };
}

// Some proxies tell the port as well: "192.0.2.1:443", "[2001:db8::1]:443".
const BRACKETED_OR_WITH_PORT = /^(?:\[(.+)\](?::\d+)?|([\d.]+):\d+)$/;

// A socket that was closed has no address any more.
function bare(entry: string | undefined): string {
  const [, inBrackets, beforePort] = BRACKETED_OR_WITH_PORT.exec(entry ?? '') ?? [];
  return inBrackets ?? beforePort ?? entry ?? '';
}

// Each takes what the other cannot read: "1" and "0x7f.0.0.1", or a zone with a dash in it.
function isAddress(entry: string): boolean {
  return isIP(entry) !== 0 && ipaddr.isValid(entry);
}
