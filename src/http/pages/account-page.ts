import type { Config } from '../../config.ts';
import { listAccessTokens } from '../../domains/accounts/access-tokens/access-tokens.service.ts';
import { relyingPartyOf } from '../../domains/accounts/passkeys/passkeys.rules.ts';
import { listPasskeys } from '../../domains/accounts/passkeys/passkeys.service.ts';
import { listSessions, signIn } from '../../domains/accounts/sessions/sessions.service.ts';
import { listIntegrations } from '../../domains/integrations/integrations/integrations.service.ts';
import { permissionScopesOf } from '../../domains/integrations/providers/providers.rules.ts';
import { providerOf, providersOf } from '../../domains/integrations/providers/providers.service.ts';
import { listCalendarFeeds } from '../../domains/meetings/calendar-feeds/calendar-feeds.service.ts';
import { listWebhooks } from '../../domains/webhooks/webhooks/webhooks.service.ts';
import type { Context, ViewerContext } from '../../platform/context.ts';
import {
  ConflictError,
  InvalidCredentialsError,
  InvalidInputError,
  NotFoundError,
  RateLimitedError,
} from '../../platform/errors.ts';
import { authenticateCookie } from '../authenticate.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { accountActions, type Outcome } from './account-actions.ts';
import { type AccountView, accountView, signInView } from './account-views.ts';
import type { OfferedProvider } from './connections-views.ts';
import { readForm } from './forms.ts';
import type { Pages } from './page.ts';

/** What the page shows besides the account. */
interface Shown extends Outcome {
  readonly status?: number;
  readonly email?: string;
}

/** The page of an account, and of signing in to it. */
export interface AccountPage {
  /** Shows the page, and does what its forms ask for. */
  respond(request: Request, ctx: Context): Promise<Response>;
  /** Shows the page of the account that is signed in, or the form to sign in. */
  show(request: Request, ctx: Context, shown?: Shown): Promise<Response>;
}

/** Errors that the reader can do something about, each with its status. */
const statuses: readonly [new (...parameters: never[]) => Error, number][] = [
  [InvalidInputError, 400],
  [InvalidCredentialsError, 401],
  [NotFoundError, 404],
  [ConflictError, 409],
  [RateLimitedError, 429],
];

/** Whether somebody is signed in by a session, which alone may manage the account. */
const isSignedIn = (ctx: Context): ctx is ViewerContext => ctx.viewer !== null && ctx.viewer.sessionId !== null;

/** What an error says to the reader of a form. */
function messageOf(error: Error): string {
  if (error instanceof NotFoundError) return 'That is gone already.';
  if (!(error instanceof InvalidInputError)) return error.message;
  return error.issues.map(({ path, message }) => `The ${path.at(-1)} ${message}.`).join(' ');
}

/**
 * Creates the page of accounts. Only passkeys need scripts; browsers are signed in by cookie.
 * @param hasDocs whether the server has the site of the documentation
 */
export function createAccountPage(config: Config, pages: Pages, hasDocs: boolean): AccountPage {
  const party = relyingPartyOf(config);
  const providers = providersOf(config).map((key): OfferedProvider => {
    const provider = providerOf(key);
    const service = provider.signIn(config);
    return {
      key,
      name: provider.name,
      permissions: service ? permissionScopesOf(service).map(({ permission }) => permission) : [],
    };
  });

  async function render(ctx: Context, { notice, status, created, email }: Shown = {}): Promise<Response> {
    if (!isSignedIn(ctx)) {
      return pages.respond({
        title: 'Sign in',
        body: signInView(party, notice ?? null, email),
        ...(status && { status }),
      });
    }
    const lists = [
      listAccessTokens(ctx),
      listPasskeys(ctx),
      listSessions(ctx),
      listIntegrations(ctx),
      listCalendarFeeds(ctx),
      listWebhooks(ctx),
    ] as const;
    const [tokens, passkeys, sessions, integrations, feeds, webhooks] = await Promise.all(lists);
    const view: AccountView = {
      tokens,
      passkeys,
      party,
      sessions,
      integrations,
      feeds,
      webhooks,
      providers,
      created: created ?? null,
      notice: notice ?? null,
      offers: { graphiql: config.graphiql, schema: config.introspection, docs: hasDocs },
    };
    return pages.respond({ title: 'Your account', body: accountView(ctx, view), ...(status && { status }) });
  }

  /** Does what a form asks for. Returns what the page shows after it. Null: the page as it is, from where it can be reloaded. */
  async function act(ctx: Context, form: URLSearchParams): Promise<Shown | null> {
    const field = (name: string) => form.get(name) ?? '';
    const action = field('action');
    if (action === 'signIn') {
      await signIn(ctx, { email: field('email'), password: field('password'), cookie: true });
      return null;
    }
    if (!isSignedIn(ctx)) return { status: 401, notice: { kind: 'alert', text: 'Sign in first.' } };
    const known = Object.hasOwn(accountActions, action) ? accountActions[action] : undefined;
    if (!known) return { status: 400, notice: { kind: 'alert', text: 'There is no such action.' } };
    return known(ctx, form);
  }

  /** Does what a form asks for. What its reader can mend is said on the page. */
  async function submit(request: Request, base: Context): Promise<Response> {
    const form = await readForm(request, config.publicUrl);
    const ctx = await authenticateCookie(base, request.headers);
    try {
      const shown = await act(ctx, form);
      if (shown) return await render(ctx, shown);
      const { value: cookie } = ctx.sessionCookie;
      const headers = {
        location: '/',
        ...(cookie !== undefined && { 'set-cookie': setSessionCookie(config, cookie) }),
      };
      return new Response(null, { status: 303, headers });
    } catch (error) {
      const status = statuses.find(([kind]) => error instanceof kind)?.[1];
      if (status === undefined) throw error;
      const notice = { kind: 'alert', text: messageOf(error as Error) } as const;
      const response = await render(ctx, { status, notice, email: form.get('email') ?? '' });
      if (error instanceof RateLimitedError) response.headers.set('retry-after', String(error.retryAfterSeconds));
      return response;
    }
  }

  const show: AccountPage['show'] = async (request, base, shown) =>
    render(await authenticateCookie(base, request.headers), shown);
  return {
    show,
    respond: (request, ctx) => (request.method === 'POST' ? submit(request, ctx) : show(request, ctx)),
  };
}
