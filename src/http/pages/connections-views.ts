import type { Permission } from '../../domains/integrations/providers/providers.rules.ts';
import type { ViewerContext } from '../../platform/context.ts';
import type { Row } from '../../platform/database/models.ts';
import { type Html, html } from './html.ts';
import { actionButton, type Created, secretOf, tableOf, timeOf } from './view-parts.ts';

/** What connects the account to other programs. */
export interface Connections {
  readonly integrations: readonly Row<'integration'>[];
  readonly feeds: readonly Row<'calendarFeed'>[];
  readonly webhooks: readonly Row<'webhook'>[];
  /** The providers that the server is set up with. */
  readonly providers: readonly OfferedProvider[];
  readonly created: Created | null;
}

/** A provider that one can sign in to, with what it may be permitted in addition to reading. */
export interface OfferedProvider {
  readonly key: string;
  readonly name: string;
  readonly permissions: readonly Permission[];
}

const states: Record<Row<'integration'>['state'], string> = {
  CONNECTED: 'connected',
  BACKING_OFF: 'failed, is tried again',
  NEEDS_SIGN_IN: 'needs a sign-in',
  PAUSED: 'paused',
};

const permissionNames: Record<Permission, string> = {
  WRITE_CALENDAR: 'Respond to meetings, and keep time free',
  WRITE_TASKS: 'Read and change tasks',
};

/** A form to sign in to a provider. */
const connectForm = ({ key, name, permissions }: OfferedProvider): Html => html`
  <form method="post" action="/" class="fields">
    <input type="hidden" name="action" value="connect">
    <input type="hidden" name="provider" value="${key}">
    ${permissions.map(
      (permission) => html`<label class="check"><input type="checkbox" name="permissions" value="${permission}">
        ${permissionNames[permission]}</label>`,
    )}
    <button>Connect ${name}</button>
  </form>`;

/** Where data comes from: calendars, and services that one signs in to. */
export function connectionsSection(ctx: ViewerContext, { integrations, providers }: Connections): Html {
  const rows = integrations.map(({ id, name, connectedTo, state, problem, lastSyncedAt }) => {
    const isPaused = state === 'PAUSED';
    return html`<tr>
      <td>${name}${connectedTo !== name && html` <span class="muted">(${connectedTo})</span>`}</td>
      <td data-label="State">${states[state]}${problem !== null && html`: ${problem}`}</td>
      <td data-label="Last read">${timeOf(ctx, lastSyncedAt)}</td>
      <td class="actions">${state !== 'NEEDS_SIGN_IN' && actionButton(isPaused ? 'resume' : 'pause', isPaused ? 'Resume' : 'Pause', id, name)}
        ${actionButton('disconnect', 'Disconnect', id, name)}</td>
    </tr>`;
  });
  return html`<section aria-labelledby="connections">
    <h2 id="connections">Connections</h2>
    <p class="muted">Calendars and services that Waymark reads. What was read stays when one is disconnected.</p>
    ${tableOf('connections', ['Name', 'State', 'Last read', 'Action'], rows)}
    ${providers.map(connectForm)}
    <form method="post" action="/" class="fields">
      <input type="hidden" name="action" value="subscribe">
      <label>Address of a calendar
        <input name="url" type="url" required maxlength="2000" placeholder="https://…/basic.ics" autocomplete="off"></label>
      <label>Name <input name="name" maxlength="100" autocomplete="off"></label>
      <button>Subscribe</button>
    </form>
    ${providers.length === 0 && html`<p class="muted">Outlook and Miro can be connected once the server is set up with an app of them.</p>`}
  </section>`;
}

/** Calendars that other programs read. */
export function feedsSection(ctx: ViewerContext, { feeds, created }: Connections): Html {
  const rows = feeds.map(
    ({ id, name, createdAt, lastUsedAt }) => html`<tr>
      <td>${name}</td>
      <td data-label="Created">${timeOf(ctx, createdAt)}</td>
      <td data-label="Last read">${timeOf(ctx, lastUsedAt)}</td>
      <td>${actionButton('revokeFeed', 'Revoke', id, name)}</td>
    </tr>`,
  );
  return html`<section aria-labelledby="feeds">
    <h2 id="feeds">Calendar feeds</h2>
    <p class="muted">Addresses for calendar programs, which show your meetings and scheduled tasks. Who knows an address can read it.</p>
    ${created?.kind === 'feed' && secretOf('The address of your feed.', created.secret)}
    ${tableOf('feeds', ['Name', 'Created', 'Last read', 'Action'], rows)}
    <form method="post" action="/" class="fields">
      <input type="hidden" name="action" value="createFeed">
      <label>Name <input name="name" required maxlength="100" placeholder="Which program" autocomplete="off"></label>
      <button>Create a feed</button>
    </form>
  </section>`;
}

/** Receivers of changes. */
export function webhooksSection(ctx: ViewerContext, { webhooks, created }: Connections): Html {
  const rows = webhooks.map(({ id, url, description, disabledReason, failingSince }) => {
    const isOn = disabledReason === null;
    const state = !isOn ? 'disabled' : failingSince ? html`fails since ${timeOf(ctx, failingSince)}` : 'enabled';
    return html`<tr>
      <td>${url}${description !== '' && html` <span class="muted">(${description})</span>`}</td>
      <td data-label="State">${state}</td>
      <td class="actions">${actionButton(isOn ? 'disableWebhook' : 'enableWebhook', isOn ? 'Disable' : 'Enable', id, url)}
        ${actionButton('deleteWebhook', 'Delete', id, url)}</td>
    </tr>`;
  });
  return html`<section aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <p class="muted">Programs that are told of every change. The API chooses types and actions, and shows deliveries.</p>
    ${created?.kind === 'webhook' && secretOf('The secret that signs what it gets.', created.secret)}
    ${tableOf('webhooks', ['Address', 'State', 'Action'], rows)}
    <form method="post" action="/" class="fields">
      <input type="hidden" name="action" value="createWebhook">
      <label>Address <input name="url" type="url" required maxlength="2000" placeholder="https://…" autocomplete="off"></label>
      <label>Description <input name="description" maxlength="500" autocomplete="off"></label>
      <button>Create a webhook</button>
    </form>
  </section>`;
}
