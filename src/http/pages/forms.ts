import { ForbiddenError } from '../../platform/errors.ts';

/** Enough for every form, with a password of 256 characters. */
const maxBytes = 10_000;

/**
 * The fields of a form that a page of this server has sent.
 * @param publicUrl the origin that browsers know the server by, if a proxy tells it another host
 * @throws ForbiddenError if a page of another origin may have sent it, or it is too long
 */
export async function readForm(request: Request, publicUrl: string): Promise<URLSearchParams> {
  if (!isFromHere(request, publicUrl)) throw new ForbiddenError('Send this form from a page of this server.');
  if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw new ForbiddenError('This is not a form of this server.');
  return new URLSearchParams(await readText(request));
}

/**
 * Whether a page of this server sent a request. Browsers say so themselves, in headers that no page can set; older ones and those
 * without HTTPS send only the origin. The cookie is SameSite=Strict besides.
 */
function isFromHere({ headers }: Request, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin') ?? '';
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}

async function readText({ body }: Request): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new ForbiddenError('This form is too long.');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
