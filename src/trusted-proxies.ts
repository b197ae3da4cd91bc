import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** Whether it names an address, a network, or one of the networks that everybody has. */
export function isProxy(text: string): boolean {
  if (NAMED_NETWORKS.includes(text)) return true;
  const [address = ''] = text.split('/', 1);
  // The library reads "1", meant as a number of proxies, as 0.0.0.1.
  if (isIP(address) === 0) return false;
  try {
    // A network that does not contain its own address contains no address, for example ::ffff:10.0.0.0/8.
    return proxyAddr.compile(text)(address, 0);
  } catch {
    return false;
  }
}
