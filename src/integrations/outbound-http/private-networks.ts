import { BlockList, isIP } from 'node:net';

/**
 * Networks outside the public internet, those that lead into such ones, and those that have no receivers: IANA's special-purpose
 * registries, and public addresses that clouds use inside their own networks.
 */
const networks = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.31.196.0/24',
    '192.52.193.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '192.175.48.0/24',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    // Azure's host, which serves virtual machines their configuration.
    '168.63.129.16/32',
    // The service networks of IBM Cloud.
    '161.26.0.0/16',
    '166.8.0.0/14',
  ],
  // Everything except 2000::/3, which leaves out ::1, IPv4-mapped and NAT64 addresses, 100::/64, 5f00::/16, fc00::/7, fe80::/10
  // and ff00::/8. Within it, the ranges that embed an IPv4 address (Teredo, 6to4) or are for protocols, examples and benchmarks.
  ipv6: ['::/3', '4000::/2', '8000::/1', '2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20'],
} as const;

/** A function that tells whether an IP address is outside the public internet. An address it cannot read counts as private. */
export function createPrivateAddresses(): (address: string) => boolean {
  // One list for each family: in a common list, the IPv6 networks would contain the IPv4 ones.
  const [ipv4, ipv6] = [new BlockList(), new BlockList()];
  for (const [network, bits] of networks.ipv4.map(parts)) ipv4.addSubnet(network, bits, 'ipv4');
  for (const [network, bits] of networks.ipv6.map(parts)) ipv6.addSubnet(network, bits, 'ipv6');
  return (address) => {
    // An address with a zone is local by definition.
    if (isIP(address) === 0 || address.includes('%')) return true;
    return isIP(address) === 4 ? ipv4.check(address, 'ipv4') : ipv6.check(address, 'ipv6');
  };
}

function parts(network: string): [string, number] {
  const [start = '', bits] = network.split('/');
  return [start, Number(bits)];
}
