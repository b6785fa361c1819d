import { expect, test } from 'vitest';
import { networkOf } from '../../../src/platform/security/client-networks.ts';

test('the network of a client is its IPv4 address, or the first 64 bits of its IPv6 address', () => {
  const networks = {
    '192.0.2.1': '192.0.2.1',
    '::ffff:192.0.2.1': '192.0.2.1',
    '2001:db8:1:2:3:4:5:6': '2001:db8:1:2::/64',
    '2001:0DB8:0001:0002::9': '2001:db8:1:2::/64',
    '2001:db8::1': '2001:db8:0:0::/64',
    '2001:db8:1::2:0:0:1': '2001:db8:1:0::/64',
    '::1': '0:0:0:0::/64',
    '::': '0:0:0:0::/64',
    'fe80::1%eth0': 'fe80:0:0:0::/64',
    '1:2:3:4::': '1:2:3:4::/64',
    local: 'local',
    'not an address': 'not an address',
    '': '',
  };
  for (const [address, network] of Object.entries(networks))
    expect([address, networkOf(address)]).toEqual([address, network]);
});
