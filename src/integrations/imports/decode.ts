import { ImportFileError } from './imported.ts';

/** A text, and how it was decoded. */
export interface DecodedText {
  /** Without a byte order mark; lines end with LF. */
  readonly text: string;
  readonly encoding: string;
}

/** The code page of files that are not Unicode and do not say theirs. */
const defaultCodePage = 'windows-1252';

/**
 * Decodes a text by its byte order mark; else as UTF-8 or UTF-16, if it is; else by a code page.
 * @param encoding the name of an encoding of the WHATWG, such as `windows-1251`, which is taken as given
 * @throws ImportFileError if there is no such encoding
 */
export function decodeText(bytes: Uint8Array, encoding: string | null): DecodedText {
  const name = markOf(bytes) ?? encoding ?? guess(bytes);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(name);
  } catch {
    throw new ImportFileError(`There is no encoding ${name}. Name one such as utf-8, utf-16le or windows-1252.`);
  }
  const text = decoder.decode(bytes);
  return { text: text.replaceAll(/\r\n?/g, '\n'), encoding: decoder.encoding };
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The share of damaged characters among those beyond ASCII up to which a text is UTF-8 all the same. */
const maxDamage = 0.1;

function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) > sample.length / 8) return even > odd ? 'utf-16be' : 'utf-16le';
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let beyond = 0;
  for (const character of text) {
    if (character > '\u007f') beyond += 1;
    if (character === '\ufffd') damaged += 1;
  }
  return damaged > beyond * maxDamage ? defaultCodePage : 'utf-8';
}
