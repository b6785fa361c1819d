import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { hasChecksum, withChecksum } from '../../../src/platform/security/token-checksums.ts';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const numberOf = (text: string) => text.split('').reduce((number, digit) => number * 62 + digits.indexOf(digit), 0);

test('the checksum is the CRC-32 of what is before, in six digits to the base of 62', () => {
  // The check value of CRC-32 is that of `123456789`.
  expect(numberOf(withChecksum('123456789').slice(-6))).toBe(0xcb_f4_39_26);
  for (const text of ['', 'a', 'wm_pat_abc', 'x'.repeat(1000)]) {
    const checksum = withChecksum(text).slice(text.length);
    expect(checksum).toMatch(/^[0-9A-Za-z]{6}$/);
    expect(numberOf(checksum)).toBe(crc32(text));
  }
});

test('a text in which one character differs does not have its checksum', () => {
  const token = withChecksum('wm_pat_abcdefghijklmnopqrstuvwxyz');
  expect(hasChecksum(token)).toBe(true);
  for (let index = 0; index < token.length; index += 1) {
    const other = token[index] === 'x' ? 'y' : 'x';
    expect(hasChecksum(token.slice(0, index) + other + token.slice(index + 1)), String(index)).toBe(false);
  }
  expect(hasChecksum('')).toBe(false);
});
