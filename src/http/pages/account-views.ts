import { type AccessTokenScope, scopesOf } from '../../domains/accounts/access-tokens/access-tokens.rules.ts';
import type { relyingPartyOf } from '../../domains/accounts/passkeys/passkeys.rules.ts';
import type { ViewerContext } from '../../platform/context.ts';
import type { Row } from '../../platform/database/models.ts';
import { type Connections, connectionsSection, feedsSection, webhooksSection } from './connections-views.ts';
import { type Html, html } from './html.ts';
import {
  actionButton,
  type Created,
  type Notice,
  noticeOf,
  optionsOf,
  secretOf,
  tableOf,
  timeOf,
} from './view-parts.ts';

type Party = ReturnType<typeof relyingPartyOf>;

/** What the account page shows. */
export interface AccountView extends Connections {
  readonly tokens: readonly Row<'accessToken'>[];
  readonly sessions: readonly Row<'session'>[];
  readonly passkeys: readonly Row<'passkey'>[];
  /** Who passkeys belong to. Null if the server has no domain name. */
  readonly party: Party;
  readonly created: Created | null;
  readonly notice: Notice | null;
  /** Whether GraphiQL and the schema are served. */
  readonly offers: { readonly graphiql: boolean; readonly schema: boolean; readonly docs: boolean };
}

/** The scopes that the form for a new token offers, by their value. */
export const offeredScopes: Record<string, { name: string; scopes: readonly AccessTokenScope[] }> = {
  read: { name: 'Read', scopes: ['READ'] },
  write: { name: 'Read and write', scopes: ['READ', 'WRITE'] },
  all: { name: 'Read, write, webhooks, calendar feeds and integrations', scopes: ['READ', 'WRITE', 'INTEGRATIONS'] },
};

const lifetimes: Record<string, string> = { P30D: '30 days', P90D: '90 days', P365D: 'a year', '': 'never' };

const scopeNames: Record<AccessTokenScope, string> = { READ: 'read', WRITE: 'write', INTEGRATIONS: 'integrations' };

function tokensSection(ctx: ViewerContext, { tokens, created }: AccountView): Html {
  const { publicUrl } = ctx.app.config;
  const rows = tokens.map(
    (token) => html`<tr>
      <td>${token.name}</td>
      <td data-label="Scopes">${scopesOf(token)
        .map((scope) => scopeNames[scope])
        .join(', ')}</td>
      <td data-label="Last used">${timeOf(ctx, token.lastUsedAt)}</td>
      <td data-label="Expires">${timeOf(ctx, token.expiresAt)}</td>
      <td>${actionButton('revokeToken', 'Revoke', token.id, token.name)}</td>
    </tr>`,
  );
  const token = created?.kind === 'token' ? created.secret : null;
  const example = `curl -s ${publicUrl}/graphql -H "authorization: Bearer ${token ?? ''}" \\
  -H 'content-type: application/json' -d '{ "query": "{ viewer { name } }" }'`;
  return html`<section aria-labelledby="tokens">
    <h2 id="tokens">Access tokens</h2>
    <p class="muted">For scripts and programs. The server keeps only the hash of a token.</p>
    ${token !== null && secretOf('Your new token.', token, html`<p>Try it:</p><pre>${example}</pre>`)}
    ${tableOf('tokens', ['Name', 'Scopes', 'Last used', 'Expires', 'Action'], rows)}
    <form method="post" action="/" class="fields">
      <input type="hidden" name="action" value="createToken">
      <label>Name <input name="name" required maxlength="100" placeholder="What it is for" autocomplete="off"></label>
      <label>Scopes <select name="scopes">${optionsOf(
        Object.fromEntries(Object.entries(offeredScopes).map(([value, { name }]) => [value, name])),
        'write',
      )}</select></label>
      <label>Expires <select name="expiresAt">${optionsOf(lifetimes, 'P90D')}</select></label>
      <button class="main">Create a token</button>
    </form>
    <p class="muted">On the server: <code>npm run -s waymark -- token create --name scripts --expires P90D</code></p>
  </section>`;
}

function sessionsSection(ctx: ViewerContext, { sessions }: AccountView): Html {
  const rows = sessions.map(
    ({ id, userAgent, lastUsedAt, createdAt }) => html`<tr>
      <td>${userAgent || 'An unknown program'}${id === ctx.viewer.sessionId && html` <strong>(this browser)</strong>`}</td>
      <td data-label="Signed in">${timeOf(ctx, createdAt)}</td>
      <td data-label="Last used">${timeOf(ctx, lastUsedAt)}</td>
      <td>${actionButton('endSession', 'End', id, userAgent)}</td>
    </tr>`,
  );
  return html`<section aria-labelledby="sessions">
    <h2 id="sessions">Sessions</h2>
    <p class="muted">The browsers and programs that you are signed in with.</p>
    ${tableOf('sessions', ['Browser or program', 'Signed in', 'Last used', 'Action'], rows)}
  </section>`;
}

/** Where to go to use passkeys, for those who know the server by another name. The script shows it where it is needed. */
const elsewhere = ({
  origins: [origin = ''],
}: NonNullable<Party>) => html`<p class="muted" data-shown="elsewhere" hidden>
    Passkeys work at <a href="${origin}/">${origin}</a>.</p>`;

/** How to sign in where passkeys work, if the sign-in links of the server lead to an address of this machine. */
const linksElsewhere = ({ origins: [origin = ''] }: NonNullable<Party>, publicUrl: string) =>
  origin !== publicUrl &&
  html`<p class="muted" data-shown="elsewhere" hidden>Sign-in links lead there with <code>PUBLIC_URL=${origin}</code> on the
    server.</p>`;

function passkeysSection(ctx: ViewerContext, { passkeys, party }: AccountView): Html {
  const rows = passkeys.map(
    ({ id, name, createdAt, lastUsedAt }) => html`<tr>
      <td>${name}</td>
      <td data-label="Added">${timeOf(ctx, createdAt)}</td>
      <td data-label="Last used">${timeOf(ctx, lastUsedAt)}</td>
      <td>${actionButton('deletePasskey', 'Delete', id, name)}</td>
    </tr>`,
  );
  return html`<section aria-labelledby="passkeys">
    <h2 id="passkeys">Passkeys</h2>
    <p class="muted">Sign in with your fingerprint, face or PIN, or with a security key.</p>
    ${tableOf('passkeys', ['Name', 'Added', 'Last used', 'Action'], rows)}
    ${
      party
        ? html`<div data-passkeys="add" data-domain="${party.id}">
        <form class="fields" data-shown="here" hidden>
          <label>Name <input name="name" required maxlength="100" placeholder="Which device" autocomplete="off"></label>
          <label>Your password, if you have one
            <input name="password" type="password" maxlength="256" autocomplete="current-password"></label>
          <button class="main">Add a passkey</button>
        </form>
        ${elsewhere(party)}
        ${linksElsewhere(party, ctx.app.config.publicUrl)}
        <p class="muted" data-shown="unsupported" hidden>This browser cannot use passkeys here. They need a current browser,
          and HTTPS unless the server is at <code>localhost</code>.</p>
        <noscript><p class="muted">Adding one needs scripts.</p></noscript>
        <div role="alert" hidden></div>
      </div>`
        : html`<p class="muted">They need a domain name: set <code>PUBLIC_URL</code> on the server.</p>`
    }
  </section>`;
}

/** All data out and in. Reading a file takes a script, which shows what has come of it. */
const dataSection = (): Html => html`<section aria-labelledby="data">
    <h2 id="data">Your data</h2>
    <p><a href="/export" download>Export everything</a> as one file, with its history.</p>
    <form class="fields" data-import hidden>
      <label>An export <input name="file" type="file" required accept=".jsonl"></label>
      <button>Import</button>
    </form>
    <p class="muted">An import adds what is missing, or nothing. A new account becomes what the exported one was. On the server:
      <code>npm run waymark -- import waymark.jsonl</code></p>
    <div role="alert" data-import-problem hidden></div>
    <div role="status" data-import-result hidden></div>
  </section>`;

/** The account of the one who is signed in. */
export function accountView(ctx: ViewerContext, view: AccountView): Html {
  const { name, email } = ctx.viewer.account;
  const { graphiql, schema, docs } = view.offers;
  return html`<h1>${name}</h1>
    <p>Signed in as <strong>${email}</strong>.</p>
    <ul class="links">
      ${graphiql && html`<li><a href="/graphql">Explore the API in GraphiQL</a></li>`}
      ${schema && html`<li><a href="/schema.graphql">Schema</a></li>`}
      <li><a href="/insights">Insights</a></li>
      ${docs && html`<li><a href="/docs/">Documentation</a></li>`}
      <li><a href="/health">Health</a></li>
      <li>${actionButton('signOut', 'Sign out')}</li>
    </ul>
    ${!graphiql && html`<p class="muted">The API is at <code>/graphql</code>. <code>GRAPHIQL=on</code> on the server serves GraphiQL there.</p>`}
    ${noticeOf(view.notice)}
    ${tokensSection(ctx, view)}
    ${passkeysSection(ctx, view)}
    ${sessionsSection(ctx, view)}
    ${connectionsSection(ctx, view)}
    ${feedsSection(ctx, view)}
    ${webhooksSection(ctx, view)}
    ${dataSection()}`;
}

/** The form to sign in. @param email what was given before */
export const signInView = (party: Party, notice: Notice | null, email = ''): Html => html`<div class="narrow">
    <h1>Sign in</h1>
    ${noticeOf(notice)}
    <section>
      <form method="post" action="/" class="fields">
        <input type="hidden" name="action" value="signIn">
        <label>Email address
          <input name="email" type="email" required maxlength="254" autocomplete="username" value="${email}"></label>
        <label>Password
          <input name="password" type="password" required maxlength="256" autocomplete="current-password"></label>
        <button class="main">Sign in</button>
      </form>
      ${
        party &&
        html`<div data-passkeys="sign-in" data-domain="${party.id}">
        <p data-shown="here" hidden><button type="button" class="wide">Sign in with a passkey</button></p>
        ${elsewhere(party)}
        <div role="alert" hidden></div>
      </div>`
      }
    </section>
    <p class="muted">No password yet? <code>npm run link</code> on the server prints a link that signs you in.
      <code>npm run waymark -- password</code> sets a password.</p>
  </div>`;

/** A line about who is signed in, or how to sign in, for pages that are not made of these templates. */
export const signInLine = (email: string | null): Html =>
  email === null
    ? html`<div class="signed-in">You are not signed in. Run <code>npm run link</code> on the server and open the link, or
        <a href="/">sign in</a> with your password or a passkey.</div>`
    : html`<div class="signed-in"><span>Signed in as <strong>${email}</strong></span> <a href="/">Account</a>
        ${actionButton('signOut', 'Sign out')}</div>`;
