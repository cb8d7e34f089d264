/** Where a request comes from. What a client writes into X-Forwarded-For is believed from configured proxies alone. */
import { isIP, isIPv6 } from 'node:net';

/** The nearest address that is not one of our proxies; the socket's own when it is not a proxy. */
export function clientAddress(headers: Headers, peer: string, proxies: readonly string[]): string {
  const socket = plain(peer);
  const trusted = new Set(proxies.map(plain));
  if (!trusted.has(socket)) return socket;
  const chain = (headers.get('x-forwarded-for') ?? '').split(',').map((part) => plain(part.trim()));
  const nearest = chain.reverse().find((address) => !trusted.has(address));
  return nearest !== undefined && isIP(nearest) !== 0 ? nearest : socket;
}

/** IPv4 written inside IPv6 is that IPv4. */
const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** What counts as one place: an IPv4 address, or the /64 an IPv6 host chooses its addresses from. */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const [left, right] = [head, tail ?? ''].map((half) => half.split(':').filter((group) => group !== '')) as [
    string[],
    string[],
  ];
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const network = [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
