import { ForbiddenError } from '../../platform/errors.ts';
import { collectBytes } from '../../platform/runtime/collect-bytes.ts';

/** Enough for the forms of accounts, with a password of 256 characters. */
const accountBytes = 10_000;
const tooLong = 'This form is too long.';

/** What a form is checked by. */
interface FormRules {
  /** The maximum length of its body, in bytes. Default: 10,000. */
  readonly maxBytes?: number;
  /**
   * Whether browsers may leave out where it comes from, as they do for pages without a referrer. Such a form needs a token in it
   * that other pages cannot know. Default: false.
   */
  readonly mayHideOrigin?: boolean;
}

/**
 * The fields of a form that a page of this server has sent.
 * @param publicUrl the origin that browsers know the server by, if a proxy tells it another host
 * @throws ForbiddenError if a page of another origin may have sent it, or it is too long
 */
export async function readForm(
  request: Request,
  publicUrl: string,
  { maxBytes = accountBytes, mayHideOrigin = false }: FormRules = {},
): Promise<URLSearchParams> {
  if (!isFromHere(request, publicUrl, mayHideOrigin))
    throw new ForbiddenError('Send this form from a page of this server.');
  if (!(request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded'))
    throw new ForbiddenError('This is not a form of this server.');
  // Said before the form is read: a connection that is left in the middle of a request takes no response.
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new ForbiddenError(tooLong);
  return new URLSearchParams(await readText(request, maxBytes));
}

/**
 * Whether a page of this server sent a request. Browsers say so themselves, in headers that no page can set; older ones and those
 * without HTTPS send only the origin. The cookie is SameSite=Strict besides.
 */
function isFromHere({ headers }: Request, publicUrl: string, mayHideOrigin: boolean): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin') ?? '';
  if (mayHideOrigin && ['', 'null'].includes(origin)) return true;
  return origin === publicUrl || (URL.canParse(origin) && new URL(origin).host === headers.get('host'));
}

async function readText({ body }: Request, maxBytes: number): Promise<string> {
  try {
    return (await collectBytes(body, maxBytes, () => new ForbiddenError(tooLong))).toString();
  } catch (error) {
    if (error instanceof ForbiddenError) throw error;
    // The browser left meanwhile, which is no fault of the server.
    throw new ForbiddenError('This form did not arrive as a whole.');
  }
}
