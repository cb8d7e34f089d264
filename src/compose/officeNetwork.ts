/** 办公网络: the addresses from which notices are read without a link (G29). None unless it is said. */
import { BlockList, isIP } from 'node:net';
import type { Services } from '../server/services.ts';
import { clientAddress } from '../signIn/address.ts';
import { StoreFault } from '../store/fault.ts';

/** `setting`: networks such as 10.1.0.0/16 or single addresses, separated by commas or spaces. `proxies`: whose X-Forwarded-For is believed. */
export function officeNetwork(setting: string | undefined, proxies: readonly string[]): Services['office'] {
  const networks = (setting ?? '').split(/[\s,]+/).filter((one) => one !== '');
  if (networks.length === 0) return null;
  const list = new BlockList();
  for (const network of networks) add(list, network);
  return ({ headers, peer }) => {
    const address = clientAddress(headers, peer, proxies);
    const family = isIP(address);
    return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
  };
}

function add(list: BlockList, network: string): void {
  const [address = '', prefix, ...rest] = network.split('/');
  const family = isIP(address);
  const most = family === 6 ? 128 : 32;
  const length = prefix === undefined ? most : /^\d{1,3}$/.test(prefix) ? Number.parseInt(prefix, 10) : -1;
  if (family === 0 || rest.length > 0 || length < 0 || length > most)
    throw new StoreFault(
      'badNetwork',
      `OFFICE_NETWORK 应为网段，如 10.1.0.0/16（几个网段用逗号隔开），其中“${network}”不是。`,
    );
  list.addSubnet(address, length, family === 6 ? 'ipv6' : 'ipv4');
}
