import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { createOutboundHttp } from '../../src/integrations/outbound-http/client.ts';
import { createPrivateAddresses } from '../../src/integrations/outbound-http/private-networks.ts';
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

test('addresses outside the public internet are private', () => {
  const isPrivate = createPrivateAddresses();
  const lists = {
    true: [
      '0.0.0.0 10.1.2.3 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.255 169.254.169.254 172.16.0.1 172.31.255.255',
      '192.0.0.1 192.0.2.1 192.168.1.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255',
      '240.0.0.1 255.255.255.255 :: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:8.8.8.8 ::127.0.0.1 64:ff9b::7f00:1',
      '64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1::1 3fff::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 fec0::1',
      'ff02::1 localhost example.org 1.2.3',
    ],
    false: [
      '1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.0.1 172.32.0.1 192.169.0.1 2606:4700::1111 2a00:1450::1',
    ],
  };
  for (const [expected, lines] of Object.entries(lists)) {
    for (const address of lines.join(' ').split(' ')) {
      expect([address, String(isPrivate(address))]).toEqual([address, expected]);
    }
  }
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
