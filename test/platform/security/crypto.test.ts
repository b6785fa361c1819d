import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault, digest, hashToken, randomToken } from '../../../src/platform/security/crypto.ts';

const secret = 'a secret for the tests only, 0123456789';
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });

test('what is sealed opens again under the same secret and context, and only there', () => {
  const vault = createVault(secret);
  const other = createVault(`${secret}!`);
  fc.assert(
    fc.property(texts, texts, texts, (text, context, elsewhere) => {
      const sealed = vault.seal(text, context);
      expect(vault.open(sealed, context)).toBe(text);
      expect(createVault(secret).open(sealed, context)).toBe(text);
      expect(other.open(sealed, context)).toBeNull();
      expect(vault.open(sealed, `${context}x`)).toBeNull();
      expect(vault.open(sealed, elsewhere)).toBe(elsewhere === context ? text : null);
    }),
  );
});

/** The id of the key, and the bytes that it has encrypted. */
function partsOf(sealed: string): [id: string, bytes: Buffer] {
  const [id = '', text = ''] = sealed.split('.');
  return [id, Buffer.from(text, 'base64url')];
}

test('with an older secret, what it has sealed opens, too, also if it was sealed before keys had ids', () => {
  const old = createVault(secret).seal('a private key', 'key-1');
  const vault = createVault(`${secret}!`, [secret]);
  expect([vault.open(old, 'key-1'), vault.isCurrent(old)]).toEqual(['a private key', false]);
  const [, bytes] = partsOf(old);
  for (const one of [vault, createVault(secret)]) {
    expect(one.open(bytes.toString('base64url'), 'key-1')).toBe('a private key');
    expect(one.open(bytes.toString('base64url'), 'key-2')).toBeNull();
  }
  const fresh = vault.seal('a private key', 'key-1');
  expect([vault.isCurrent(fresh), createVault(secret).open(fresh, 'key-1')]).toEqual([true, null]);
  // The id says which key it is, and nothing of the key.
  expect(partsOf(fresh)[0]).toMatch(/^[\w-]{8}$/);
});

test('what was changed since, in whichever bit, does not open', () => {
  const vault = createVault(secret);
  const [id, sealed] = partsOf(vault.seal('a private key', 'key-1'));
  const opens = (bytes: Buffer) => vault.open(`${id}.${bytes.toString('base64url')}`, 'key-1');
  const opened = [];
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const changed = Buffer.from(sealed);
    changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
    opened.push(opens(changed));
  }
  expect(opened.length).toBeGreaterThan(300);
  expect(opens(sealed)).toBe('a private key');
  expect(opened.filter((text) => text !== null)).toEqual([]);
});

test('what was cut short, made longer or never sealed does not open, and does no harm', () => {
  const vault = createVault(secret);
  const [id, sealed] = partsOf(vault.seal('a private key', 'key-1'));
  const opens = (bytes: Buffer) => vault.open(`${id}.${bytes.toString('base64url')}`, 'key-1');
  for (let length = 0; length < sealed.length; length += 1) {
    expect(opens(sealed.subarray(0, length))).toBeNull();
  }
  expect(opens(Buffer.concat([sealed, Buffer.alloc(1)]))).toBeNull();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(vault.open(text, 'key-1')).toBeNull();
    }),
  );
});

test('the same text sealed twice looks different, and shows nothing of itself', () => {
  const vault = createVault(secret);
  const sealed = Array.from({ length: 100 }, () => vault.seal('a private key', 'key-1'));
  expect(new Set(sealed).size).toBe(100);
  expect(new Set(sealed.map((text) => partsOf(text)[1].toString('hex', 0, 12))).size).toBe(100);
  expect(sealed.filter((text) => partsOf(text)[1].includes('private'))).toEqual([]);
});

test('tokens have 32 random bytes, and are stored as a hash that says nothing of them', () => {
  const tokens = Array.from({ length: 200 }, randomToken);
  expect(new Set(tokens).size).toBe(200);
  expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  expect(new Set(tokens.map(hashToken)).size).toBe(200);
  // SHA-256 of "abc", as FIPS 180-2 gives it.
  expect(Buffer.from(hashToken('abc'), 'base64url').toString('hex')).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a digest depends on all that a value says, and not on the order it is said in', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const shuffled = (inner: unknown): unknown => {
        if (Array.isArray(inner)) return inner.map(shuffled);
        if (inner === null || typeof inner !== 'object') return inner;
        return Object.fromEntries(
          Object.entries(inner)
            .reverse()
            .map(([key, part]) => [key, shuffled(part)]),
        );
      };
      expect(digest(shuffled(value))).toBe(digest(value));
      const same = JSON.stringify(shuffled(shuffled(other))) === JSON.stringify(shuffled(shuffled(value)));
      if (same) return;
      expect([digest({ a: value, b: other })]).not.toEqual([digest({ a: other, b: value })]);
    }),
  );
  expect(digest([1, 2])).not.toBe(digest([2, 1]));
  expect(digest({ title: 'a' })).not.toBe(digest({ title: 'a', description: null }));
});
