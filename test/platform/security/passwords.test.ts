import { expect, test } from 'vitest';
import { createPasswords } from '../../../src/platform/security/passwords.ts';

// Other tests take cheaper hashes: what the server itself makes is looked at here.
test('a password is hashed by Argon2id with what OWASP asks for, and only itself matches', async () => {
  const passwords = createPasswords();
  const hash = await passwords.hash('correct horse');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.hash('correct horse')).not.toBe(hash);
  expect(await passwords.matches(hash, 'correct horse')).toBe(true);
  expect(await passwords.matches(hash, 'correct horse ')).toBe(false);
  expect(await passwords.matches(null, 'correct horse')).toBe(false);
});
