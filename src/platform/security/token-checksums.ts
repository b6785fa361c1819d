import { crc32 } from 'node:zlib';

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Six digits to the base of 62 hold 32 bits. */
const length = 6;

/** The CRC-32 of a text to the base of 62. */
function checksumOf(text: string): string {
  let checksum = '';
  for (let rest = crc32(text); checksum.length < length; rest = Math.floor(rest / digits.length)) {
    checksum = digits.charAt(rest % digits.length) + checksum;
  }
  return checksum;
}

/** A token with its checksum at the end. Scanners and the server tell by it that a text is no token, without looking it up. */
export const withChecksum = (token: string): string => token + checksumOf(token);

/** Whether a text ends with the checksum of what is before. */
export const hasChecksum = (text: string): boolean => text === withChecksum(text.slice(0, -length));
