import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { createOutboundHttp } from '../../src/integrations/outbound-http/client.ts';
import { createPrivateAddresses } from '../../src/integrations/outbound-http/private-networks.ts';
import { createReceiver } from '../support/receiver.ts';

const message = { headers: {}, body: '{}', timeout: 5_000 };

/** Names that lead to one address after another, and how often they were asked for. */
function leadingTo(...answers: string[][]): { lookup: LookupFunction; asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    const answer = answers[Math.min(asked.push(hostname), answers.length) - 1] ?? [];
    const found = answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    callback(null, found as never);
  };
  return { lookup, asked };
}

test('what is no part of the public internet is known as such', () => {
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

test('a name that leads to a private address is not called, whatever else it leads to, and it led to before', async () => {
  const receiver = await createReceiver(204);
  const { port } = new URL(receiver.url);
  // First it leads to the public internet. Broken off there, so that no test calls anybody.
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
  // What is looked at is what is called: nobody asks twice for one message.
  expect(asked).toEqual(Array.from({ length: 5 }, () => 'rebinding.test'));
});

test('an address in the URL is looked at too, however it is written, for http and https', async () => {
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

test('where it may, it calls the address that the name led to, once', async () => {
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

test('it waits for no answer that does not come, and takes the status for the answer when the body does not end', async () => {
  const receiver = await createReceiver(
    () => {},
    (response) => void response.writeHead(200).write('slow'),
  );
  const outboundHttp = createOutboundHttp(true);
  const soon = { ...message, timeout: 100 };
  await expect(outboundHttp.post(receiver.url, soon)).rejects.toThrow('There was no answer within 0.1 s.');
  expect(await outboundHttp.post(receiver.url, soon)).toMatchObject({ status: 200, excerpt: 'slow' });
});
