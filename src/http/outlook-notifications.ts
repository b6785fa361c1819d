import { notificationLimits } from '../domains/integrations/outlook-notifications/outlook-notifications.rules.ts';
import { receiveNotifications } from '../domains/integrations/outlook-notifications/outlook-notifications.service.ts';
import type { Context } from '../platform/context.ts';
import { collectBytes } from '../platform/runtime/collect-bytes.ts';

/** The longest token of a handshake. Microsoft's have some 200 characters. */
const maxToken = 2_000;

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};
const respond = (status: number, body = '') => new Response(body, { status, headers });

/**
 * Where Microsoft Graph sends notifications. It first asks whether they are wanted by a token that is to be returned. The
 * sender of a notification gets the same response, whether it is believed or not.
 */
export async function outlookNotificationsAt(request: Request, ctx: Context): Promise<Response> {
  if (request.method !== 'POST') return respond(405, 'Microsoft Graph sends notifications here.');
  const token = new URL(request.url).searchParams.get('validationToken');
  if (token !== null) return token.length <= maxToken ? respond(200, token) : respond(400);
  const text = await readText(request);
  if (text === null) return respond(413);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return respond(400);
  }
  await receiveNotifications(ctx, body);
  return respond(202);
}

/** The body. Null if it is too long. */
async function readText({ body, headers: given }: Request): Promise<string | null> {
  const { bytes } = notificationLimits;
  if (Number(given.get('content-length') ?? 0) > bytes) return null;
  const tooLong = new Error('The body is too long.');
  try {
    return (await collectBytes(body, bytes, () => tooLong)).toString();
  } catch (error) {
    if (error === tooLong) return null;
    throw error;
  }
}
