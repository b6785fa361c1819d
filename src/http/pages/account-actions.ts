import { createAccessToken, revokeAccessToken } from '../../domains/accounts/access-tokens/access-tokens.service.ts';
import { deletePasskey } from '../../domains/accounts/passkeys/passkeys.service.ts';
import { revokeSession, signOut } from '../../domains/accounts/sessions/sessions.service.ts';
import { subscribeToCalendar } from '../../domains/integrations/calendars/calendars.service.ts';
import {
  deleteIntegration,
  pauseIntegration,
  resumeIntegration,
} from '../../domains/integrations/integrations/integrations.service.ts';
import type { Permission, SignInProvider } from '../../domains/integrations/providers/providers.rules.ts';
import { providerOf } from '../../domains/integrations/providers/providers.service.ts';
import { startIntegrationSignIn } from '../../domains/integrations/sign-ins/sign-ins.service.ts';
import {
  createCalendarFeed,
  revokeCalendarFeed,
} from '../../domains/meetings/calendar-feeds/calendar-feeds.service.ts';
import { createWebhook, deleteWebhook, updateWebhook } from '../../domains/webhooks/webhooks/webhooks.service.ts';
import type { ViewerContext } from '../../platform/context.ts';
import { offeredScopes } from './account-views.ts';
import { html } from './html.ts';
import type { Created, Notice } from './view-parts.ts';

/** What the page shows after an action. */
export interface Outcome {
  readonly notice?: Notice;
  readonly created?: Created;
}

/** Does what a form asks for. Returns what the page shows after it. Null: the page as it is, from where it can be reloaded. */
type Action = (ctx: ViewerContext, form: URLSearchParams) => Promise<Outcome | null>;

const field = (form: URLSearchParams, name: string) => form.get(name) ?? '';

/** An action on one record, by its id. */
const onRecord =
  (act: (ctx: ViewerContext, input: { id: string }) => Promise<unknown>): Action =>
  async (ctx, form) => {
    await act(ctx, { id: field(form, 'id') });
    return null;
  };

/** What the forms of an account do, by their names. */
export const accountActions: Readonly<Record<string, Action>> = {
  async signOut(ctx) {
    await signOut(ctx);
    return null;
  },
  async createToken(ctx, form) {
    const scopes = [...(offeredScopes[field(form, 'scopes')]?.scopes ?? [])];
    const input = { name: field(form, 'name'), scopes, expiresAt: field(form, 'expiresAt') || null };
    const { token } = await createAccessToken(ctx, input);
    return { created: { kind: 'token', secret: token } };
  },
  revokeToken: onRecord(revokeAccessToken),
  deletePasskey: onRecord(deletePasskey),
  endSession: onRecord(revokeSession),
  async connect(ctx, form) {
    const provider = field(form, 'provider') as SignInProvider;
    const permissions = form.getAll('permissions') as Permission[];
    const { authorizationUrl } = await startIntegrationSignIn(ctx, { provider, method: 'CODE', permissions });
    // A form of the page may not lead elsewhere, by the page's security policy. A link may.
    const { name } = providerOf(provider);
    const text = html`<a href="${authorizationUrl}">Continue to ${name}</a>, and sign in there within 15 minutes.`;
    return { notice: { kind: 'status', text } };
  },
  async subscribe(ctx, form) {
    await subscribeToCalendar(ctx, { url: field(form, 'url'), name: field(form, 'name') || null });
    return null;
  },
  pause: onRecord(pauseIntegration),
  resume: onRecord(resumeIntegration),
  disconnect: onRecord(deleteIntegration),
  async createFeed(ctx, form) {
    const { url } = await createCalendarFeed(ctx, { name: field(form, 'name') });
    return { created: { kind: 'feed', secret: url } };
  },
  revokeFeed: onRecord(revokeCalendarFeed),
  async createWebhook(ctx, form) {
    const { secret } = await createWebhook(ctx, { url: field(form, 'url'), description: field(form, 'description') });
    return { created: { kind: 'webhook', secret } };
  },
  enableWebhook: onRecord((ctx, { id }) => updateWebhook(ctx, { id, isEnabled: true })),
  disableWebhook: onRecord((ctx, { id }) => updateWebhook(ctx, { id, isEnabled: false })),
  deleteWebhook: onRecord(deleteWebhook),
};
