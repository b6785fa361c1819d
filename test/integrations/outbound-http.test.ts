import type { RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createOutboundHttp } from '../../src/integrations/outbound-http/client.ts';
import { createPrivateAddresses } from '../../src/integrations/outbound-http/private-networks.ts';
import { listening } from '../support/listening.ts';
import { createReceiver } from '../support/receiver.ts';

const message = { headers: {}, body: '{}', timeout: 5_000 };

/** A lookup that returns one list of addresses after another, and the host names it was asked for. */
function leadingTo(...answers: string[][]): { lookup: LookupFunction; asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const answer = answers[Math.min(asked.push(hostname), answers.length) - 1] ?? [];
    const found = answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    callback(null, found as never);
  };
  return { lookup, asked };
}

/** The networks of IANA's special-purpose registries, and of clouds: the first and the last address of each. */
const specialNetworks: Record<string, [first: string, last: string]> = {
  'this network': ['0.0.0.0', '0.255.255.255'],
  'private use, 10/8': ['10.0.0.0', '10.255.255.255'],
  'shared by carriers, with the metadata of Alibaba Cloud': ['100.64.0.0', '100.127.255.255'],
  loopback: ['127.0.0.0', '127.255.255.255'],
  'IBM Cloud services': ['161.26.0.0', '161.26.255.255'],
  'IBM Cloud endpoints': ['166.8.0.0', '166.11.255.255'],
  'Azure’s host': ['168.63.129.16', '168.63.129.16'],
  'link local, with the metadata of most clouds': ['169.254.0.0', '169.254.255.255'],
  'private use, 172.16/12': ['172.16.0.0', '172.31.255.255'],
  'protocols, with the metadata of Oracle Cloud': ['192.0.0.0', '192.0.0.255'],
  'documentation 1': ['192.0.2.0', '192.0.2.255'],
  'AS112-v4': ['192.31.196.0', '192.31.196.255'],
  AMT: ['192.52.193.0', '192.52.193.255'],
  'relays of 6to4': ['192.88.99.0', '192.88.99.255'],
  'private use, 192.168/16': ['192.168.0.0', '192.168.255.255'],
  'delegation of AS112': ['192.175.48.0', '192.175.48.255'],
  benchmarks: ['198.18.0.0', '198.19.255.255'],
  'documentation 2': ['198.51.100.0', '198.51.100.255'],
  'documentation 3': ['203.0.113.0', '203.0.113.255'],
  multicast: ['224.0.0.0', '239.255.255.255'],
  'reserved, and broadcast': ['240.0.0.0', '255.255.255.255'],
  'unspecified and loopback, IPv6': ['::', '::1'],
  'IPv4-compatible': ['::127.0.0.1', '::ffff'],
  'IPv4-mapped': ['::ffff:0.0.0.0', '::ffff:255.255.255.255'],
  'IPv4-mapped, in hexadecimal': ['::ffff:7f00:1', '::ffff:a9fe:a9fe'],
  'IPv4-translated': ['::ffff:0:127.0.0.1', '::ffff:0:169.254.169.254'],
  NAT64: ['64:ff9b::127.0.0.1', '64:ff9b::ffff:ffff'],
  'local NAT64': ['64:ff9b:1::', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'],
  discard: ['100::', '100::ffff:ffff:ffff:ffff'],
  'dummy prefix': ['100:0:0:1::', '100:0:0:1:ffff:ffff:ffff:ffff'],
  'protocols, with Teredo, benchmarks, AS112 and ORCHID': ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'documentation, IPv6': ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  '6to4': ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  '6to4 of 169.254.169.254': ['2002:a9fe:a9fe::', '2002:a9fe:a9fe::1'],
  'delegation of AS112, IPv6': ['2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
  'documentation, longer': ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'segment routing': ['5f00::', '5f00:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'unique local, with the metadata of AWS and Google Cloud': ['fc00::', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'metadata of AWS, IPv6': ['fd00:ec2::254', 'fd20:ce::254'],
  'link local, IPv6': ['fe80::', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'site local': ['fec0::', 'feff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'multicast, IPv6': ['ff00::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  'no addresses': ['localhost', '1.2.3'],
  'an address with a zone': ['fe80::1%eth0', '2606:4700::1111%eth0'],
};

test('addresses in special-purpose networks, and those of clouds, are private', () => {
  const isPrivate = createPrivateAddresses();
  for (const [name, addresses] of Object.entries(specialNetworks)) {
    for (const address of addresses) expect([name, address, isPrivate(address)]).toEqual([name, address, true]);
  }
});

test('their neighbors, and other addresses of the public internet, are not', () => {
  const isPrivate = createPrivateAddresses();
  const addresses =
    '1.0.0.0 1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 161.25.255.255 ' +
    '161.27.0.0 166.7.255.255 166.12.0.0 168.63.129.15 168.63.129.17 169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 ' +
    '192.0.1.0 192.31.195.255 192.52.194.0 192.88.98.255 192.167.255.255 192.169.0.0 192.175.49.0 198.17.255.255 198.20.0.0 ' +
    '203.0.114.0 223.255.255.255 2001:200:: 2001:db7:ffff:: 2001:db9:: 2003:: 2606:4700::1111 2620:4f:7fff:: 2620:4f:8001:: ' +
    '2a00:1450::1 3ffe:ffff::';
  for (const address of addresses.split(' ')) expect([address, isPrivate(address)]).toEqual([address, false]);
});

test('a name that resolves to private addresses is not called, also if it resolved to public ones before', async () => {
  const receiver = await createReceiver(204);
  const { port } = new URL(receiver.url);
  // The first result is a public address. The request is aborted, so that the test calls nobody.
  const broken = new AbortController();
  const { lookup, asked } = leadingTo(['1.1.1.1'], ['127.0.0.1'], ['::1', '10.0.0.1'], ['::ffff:127.0.0.1'], []);
  const outboundHttp = createOutboundHttp(false, (hostname, options, callback) => {
    if (asked.length === 0) broken.abort();
    lookup(hostname, options, callback);
  });
  const post = (more = {}) => outboundHttp.post(`http://rebinding.test:${port}/`, { ...message, ...more });
  await expect(post({ signal: broken.signal })).rejects.toThrow('aborted');
  for (let answer = 1; answer < 5; answer++) await expect(post()).rejects.toThrow('private network');
  expect(receiver.received).toEqual([]);
  // The checked address is the one that is called: each message resolves the name once.
  expect(asked).toEqual(Array.from({ length: 5 }, () => 'rebinding.test'));
});

test('an IP address in the URL is checked in any notation, for http and https', async () => {
  const receiver = await createReceiver(204);
  const { port } = new URL(receiver.url);
  const outboundHttp = createOutboundHttp(false);
  for (const host of [
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '[::1]',
    '[::ffff:127.0.0.1]',
  ]) {
    for (const protocol of ['http', 'https']) {
      const url = `${protocol}://${host}:${port}/`;
      expect([url, outboundHttp.mayCall(url)]).toEqual([url, false]);
      await expect(outboundHttp.post(url, message)).rejects.toThrow('private network');
    }
  }
  await expect(outboundHttp.post(`http://localhost:${port}/`, message)).rejects.toThrow('private network');
  expect(receiver.received).toEqual([]);
  expect(outboundHttp.mayCall('https://example.org/')).toBe(true);
});

test('if private addresses are allowed, the address of the name is called', async () => {
  const receiver = await createReceiver((response) => response.writeHead(201, { 'x-of': 'it' }).end('Made'));
  const { lookup, asked } = leadingTo(['127.0.0.1'], []);
  const outboundHttp = createOutboundHttp(true, lookup);
  const url = `http://receiver.test:${new URL(receiver.url).port}/`;
  expect(outboundHttp.mayCall('http://127.0.0.1/')).toBe(true);
  const posted = await outboundHttp.post(url, {
    ...message,
    headers: { 'x-with': 'that' },
    body: '{"text":"für dich"}',
  });
  expect(posted).toMatchObject({ status: 201, excerpt: 'Made', headers: { 'x-of': 'it' } });
  expect(receiver.received).toMatchObject([{ json: { text: 'für dich' }, headers: { 'x-with': 'that' } }]);
  expect(asked).toEqual(['receiver.test']);
});

test('a request without a response times out; a body that does not end is cut off', async () => {
  const receiver = await createReceiver(
    () => {},
    (response) => void response.writeHead(200).write('slow'),
  );
  const outboundHttp = createOutboundHttp(true);
  const soon = { ...message, timeout: 100 };
  await expect(outboundHttp.post(receiver.url, soon)).rejects.toThrow('There was no response within 0.1 s.');
  expect(await outboundHttp.post(receiver.url, soon)).toMatchObject({ status: 200, excerpt: 'slow' });
});

const fetching = { headers: { 'user-agent': 'Waymark' }, timeout: 5_000, maxBytes: 1_000 };

test('each address that a file redirects to is checked, also the names in it', async () => {
  const inner = await listening((_request, response) => response.end('secret'));
  let location = '';
  const outer = await listening((request, response) => {
    if (request.url === '/file') response.end('public');
    else response.writeHead(302, { location }).end();
  });
  // 127.0.0.1 stands for the public internet here, and other names and addresses of this machine for a private network.
  const { lookup } = leadingTo(['127.0.0.2']);
  const outboundHttp = createOutboundHttp(false, lookup, (address) => address !== '127.0.0.1');
  for (const to of [
    `http://127.0.0.2:${inner.port}/`,
    `http://inner.test:${inner.port}/`,
    `http://[::1]:${inner.port}/`,
  ]) {
    location = to;
    await expect(outboundHttp.get(`${outer.url}/`, fetching)).rejects.toThrow('private network');
  }
  location = '/file';
  const { status, body } = await outboundHttp.get(`${outer.url}/`, fetching);
  expect([status, Buffer.from(body).toString()]).toEqual([200, 'public']);
});

test('a file is bounded in time, in size, and in size once it is decompressed', async () => {
  const answers: RequestListener[] = [
    (_request, response) => response.end('x'.repeat(1_001)),
    (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync('x'.repeat(1_001))),
    (_request, response) => void response.writeHead(200).write('slow'),
    (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'deflate' }).end(deflateSync('x'.repeat(1_000))),
  ];
  const { url } = await listening((request, response) => answers.shift()?.(request, response));
  const outboundHttp = createOutboundHttp(true);
  await expect(outboundHttp.get(url, fetching)).rejects.toThrow('The response has more than');
  await expect(outboundHttp.get(url, fetching)).rejects.toThrow('The response has more than');
  await expect(outboundHttp.get(url, { ...fetching, timeout: 100 })).rejects.toThrow('no response within 0.1 s');
  expect((await outboundHttp.get(url, fetching)).body).toHaveLength(1_000);
});
