import { BlockList, isIP } from 'node:net';

/** Networks that are not the web: this computer, its own networks, and addresses for special purposes (RFC 6890). */
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
/** Including those that hide an address of version 4. */
const V6 =
  '::/128 ::1/128 ::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/32 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';

/** A list for each version: one of both takes addresses of version 4 for such that are hidden in others. */
let closed: Map<number, BlockList> | undefined;

/** Tells whether an IP address is public. */
export function isPublicAddress(address: string): boolean {
  closed ??= new Map([
    [4, closedNetworks(V4, 'ipv4')],
    [6, closedNetworks(V6, 'ipv6')],
  ]);
  const version = isIP(address);
  const list = closed.get(version);
  return list !== undefined && !list.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

function closedNetworks(networks: string, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks.split(' ')) {
    const [net = '', prefix] = network.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}
