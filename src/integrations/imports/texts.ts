import { textOfHtml } from '../html.ts';
import type { ImportedContact } from './imported.ts';
import type { Reading } from './reading.ts';

/* Texts as files have them. */

/** The elements of texts. Another word in angle brackets is one of the text, such as `<your name>`. */
const elements =
  'a|abbr|address|article|b|big|blockquote|body|br|caption|center|cite|code|dd|del|div|dl|dt|em|figure|font|footer|h[1-6]|head|header|hr|' +
  'html|i|img|ins|kbd|li|main|mark|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|tfoot|th|thead|' +
  'title|tr|tt|u|ul|var';
const element = new RegExp(`</?(?:${elements})(?=[\\s/>])[^<>]*>|&(?:[a-z]+|#\\d+|#x[0-9a-f]+);`, 'i');
const otherBracket = new RegExp(`<(?=/?[a-z])(?!/?(?:${elements})[\\s/>])`, 'gi');

/** A text that may be HTML, by its elements and entities. */
export const htmlOrPlain = (text: string): string =>
  element.test(text) ? textOfHtml(text.replaceAll(otherBracket, '&lt;').replaceAll('\n', '<br>')) : text;

/** Parts of a text, with a blank line between them. */
export const paragraphs = (...parts: readonly (string | null | undefined)[]): string =>
  parts.flatMap((part) => (part?.trim() ? [part.trim()] : [])).join('\n\n');

/**
 * A web address. One without a scheme is of https. A user and a password in it are left out. Null if the text is empty or no address.
 */
export function webAddressOf(reading: Reading, text: string): string | null {
  const given = text.trim();
  if (given === '') return null;
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(given) ? given : `https://${given}`);
  if (!url || !/^https?:$/.test(url.protocol) || !/\.|^localhost$|:/.test(url.hostname) || /\s/.test(given)) {
    reading.warn('The web address cannot be read: it is left out.');
    return null;
  }
  if (url.username || url.password) reading.warn('The web address has a user and a password: these are left out.');
  url.username = '';
  url.password = '';
  return url.href.length > 2_000 ? tooLong(reading) : url.href;
}

function tooLong(reading: Reading): null {
  reading.warn('The web address has more than 2,000 characters: it is left out.');
  return null;
}

/** The entries of a list in a text, without the space around them. */
export const entriesOf = (text: string, separator: string | RegExp): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter(Boolean);

/** The people of a list such as `Mara <mara@example.org>; Tom`, each once, without those of whom `isOwn` knows the address. */
export function contactsOf(reading: Reading, text: string, isOwn: (address: string) => boolean): ImportedContact[] {
  const contacts = entriesOf(reading.clean(text), /[;|]/).flatMap((one): ImportedContact[] => {
    const { name, address } = contactOf(one.replaceAll(/\s+/g, ' ').slice(0, 300));
    if ((name === '' && address === '') || (address !== '' && isOwn(address))) return [];
    return [address === '' ? { name } : { name, email: address }];
  });
  return [...new Map(contacts.map((one) => [one.email ?? one.name.toLowerCase(), one])).values()];
}

/** Characters that stand around a name or an address. */
const around = /[\s<>()'"]/;

/** A name and the address after it, in lower case. Either can be empty. Looks at each character a fixed number of times. */
function contactOf(text: string): { name: string; address: string } {
  let end = text.length;
  while (end > 0 && around.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && !around.test(text[start - 1] ?? '')) start -= 1;
  const word = text.slice(start, end);
  const at = word.lastIndexOf('@');
  const isAddress = at > 0 && at < word.length - 1;
  const name = isAddress ? text.slice(0, start).replace(/[<(]$/, '').trim() : text;
  return {
    name: name.replace(/^['"]/, '').replace(/['"]$/, '').trim().slice(0, 200),
    address: isAddress ? word.toLowerCase() : '',
  };
}
