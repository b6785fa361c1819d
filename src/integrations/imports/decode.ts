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
 * Decodes a text by its byte order mark; else as UTF-8, UTF-16 or UTF-32, if it is; else by a code page. What cannot be decoded stands as
 * `\ufffd`.
 * @param encoding the name of an encoding of the WHATWG, such as `windows-1251`, which is taken as given
 * @throws ImportFileError if there is no such encoding
 */
export function decodeText(bytes: Uint8Array, encoding: string | null): DecodedText {
  const name = markOf(bytes) ?? encoding ?? guess(bytes);
  const decoder = decoderOf(name.toLowerCase());
  const text = decoder.decode(bytes);
  return { text: text.replaceAll(/\r\n?/g, '\n'), encoding: decoder.encoding };
}

function decoderOf(name: string): Pick<TextDecoder, 'decode' | 'encoding'> {
  // The WHATWG has no UTF-32, which some exports of databases are in.
  if (name === 'utf-32le' || name === 'utf-32be')
    return { encoding: name, decode: (bytes) => textOfUtf32(bytes as Uint8Array, name === 'utf-32le') };
  try {
    return new TextDecoder(name);
  } catch {
    throw new ImportFileError(`There is no encoding ${name}. Name one such as utf-8, utf-16le or windows-1252.`);
  }
}

/** The number of bytes of a character in UTF-32. */
const wide = 4;

function textOfUtf32(bytes: Uint8Array, isLittleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + wide <= bytes.length; at += wide) {
    const code = view.getUint32(at, isLittleEndian);
    text += code > 0x10_ffff ? '\ufffd' : String.fromCodePoint(code);
  }
  const isCut = bytes.length % wide > 0;
  return text.replace(/^\ufeff/, '').toWellFormed() + (isCut ? '\ufffd' : '');
}

/** The encoding by the byte order mark. That of UTF-16 begins as the one of UTF-32 does, but no text begins with NUL. */
function markOf([first, second, third, fourth]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

function guess(bytes: Uint8Array): string {
  return guessWide(bytes.subarray(0, 4_096)) ?? (isUtf8(bytes) ? 'utf-8' : defaultCodePage);
}

/** UTF-16 or UTF-32, by the places of the zeros that characters of ASCII have there. Null if the bytes are neither. */
function guessWide(sample: Uint8Array): string | null {
  const zeros = [0, 0, 0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % wide] = (zeros[index % wide] ?? 0) + 1;
  const [first = 0, second = 0, third = 0, fourth = 0] = zeros;
  const many = sample.length / 8;
  if (Math.min(second, third) > many) {
    if (Math.max(first, fourth) > many) return first > fourth ? 'utf-32be' : 'utf-32le';
  }
  const [even, odd] = [first + third, second + fourth];
  if (Math.max(even, odd) <= many) return null;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

/**
 * Whether bytes are UTF-8, of which some may be damaged: most characters beyond ASCII are whole, or most lines that have such characters
 * are. In a code page, hardly any byte beyond ASCII is followed by those that would make it UTF-8.
 */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return isMostlyWhole(new TextDecoder('utf-8').decode(bytes));
  }
}

function isMostlyWhole(text: string): boolean {
  const characters = { whole: 0, damaged: 0 };
  const lines = { whole: 0, damaged: 0 };
  for (const line of text.split(/[\r\n]+/)) {
    const beyond = line.match(/\P{ASCII}/gu)?.length ?? 0;
    if (beyond === 0) continue;
    const damaged = line.match(/\ufffd/g)?.length ?? 0;
    characters.damaged += damaged;
    characters.whole += beyond - damaged;
    lines[damaged > 0 ? 'damaged' : 'whole'] += 1;
  }
  return characters.whole >= characters.damaged || lines.whole >= lines.damaged;
}
