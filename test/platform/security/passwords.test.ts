import { expect, test } from 'vitest';
import { loadArgon2, nodeArgon2 } from '../../../src/platform/security/argon2.ts';
import { createPasswords } from '../../../src/platform/security/passwords.ts';

// Other tests take cheaper hashes: what the server itself makes is looked at here.
test('a password is hashed by Argon2id with what OWASP asks for, and only itself matches', async () => {
  const passwords = await createPasswords();
  const hash = await passwords.hash('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.hash('correct horse')).not.toBe(hash);
  expect(await passwords.matches(hash, 'correct horse')).toBe(true);
  expect(await passwords.matches(hash, 'correct horse ')).toBe(false);
  expect(await passwords.matches(null, 'correct horse')).toBe(false);
});

test('hashes of the native package and of Node are one format, and each checks those of the other', async () => {
  const cost = { memoryCost: 32, timeCost: 3, parallelism: 2 };
  const native = await loadArgon2();
  expect(native).not.toBe(nodeArgon2);
  for (const [one, other] of [
    [native, nodeArgon2],
    [nodeArgon2, native],
  ] as const) {
    const hash = await one.hash('correct hörse', cost);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=32,t=3,p=2\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await other.verify(hash, 'correct hörse')).toBe(true);
    expect(await other.verify(hash, 'correct horse')).toBe(false);
  }
});
