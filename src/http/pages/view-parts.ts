import type { ViewerContext } from '../../platform/context.ts';
import { type Html, html, type Piece } from './html.ts';

/** What the last action has come to: for the reader, on top of the page. */
export interface Notice {
  readonly kind: 'alert' | 'status';
  readonly text: Piece;
}

/** Something secret that was just created. It is shown this once. */
export interface Created {
  readonly kind: 'token' | 'feed' | 'webhook';
  readonly secret: string;
}

/** A notice. Screen readers read it out. */
export const noticeOf = (notice: Notice | null) => notice && html`<div role="${notice.kind}">${notice.text}</div>`;

/** A form of one button, for an action on one record. */
export const actionButton = (action: string, text: string, id: string | null = null, about = ''): Html => html`
  <form method="post" action="/">
    <input type="hidden" name="action" value="${action}">
    ${id && html`<input type="hidden" name="id" value="${id}">`}
    <button${about && html` aria-label="${`${text}: ${about}`}"`}>${text}</button>
  </form>`;

/** The options of a selection, by their values. */
export const optionsOf = (options: Record<string, string>, chosen: string) =>
  Object.entries(options).map(
    ([value, text]) => html`<option value="${value}"${value === chosen && html` selected`}>${text}</option>`,
  );

/** A time by the reader's clock. */
export function timeOf({ calendar: { timeZone } }: ViewerContext, time: Date | null): Piece {
  if (time === null) return 'never';
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return html`<time datetime="${time.toISOString()}">${format.format(time)}</time>`;
}

/** Something that is shown this once, to be copied. */
export const secretOf = (label: string, secret: string, more: Piece = null): Html => html`<div role="status">
    <p><label>${label} Copy it now: it is not shown again.
      <input class="secret" readonly value="${secret}" autofocus></label></p>
    ${more}
  </div>`;

/** A table of a section, which names it. Nothing without rows. */
export const tableOf = (section: string, columns: readonly string[], rows: readonly Html[]): Piece =>
  rows.length > 0 &&
  html`<div class="table"><table aria-labelledby="${section}">
      <thead><tr>${columns.map((column) => html`<th>${column}</th>`)}</tr></thead>
      <tbody>${rows}</tbody>
    </table></div>`;
