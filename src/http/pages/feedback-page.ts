import type { Config } from '../../config.ts';
import {
  formContext,
  maxAnswer,
  maxQuestions,
  pathOf,
  questionsOf,
} from '../../domains/feedback/requests/requests.rules.ts';
import {
  answerRequest,
  countAnswer,
  type OpenRequest,
  openRequest,
} from '../../domains/feedback/requests/requests.service.ts';
import type { Context } from '../../platform/context.ts';
import { ForbiddenError, InvalidInputError, RateLimitedError } from '../../platform/errors.ts';
import { readForm } from './forms.ts';
import { type Html, html } from './html.ts';
import type { Pages } from './page.ts';

/** Where the pages of requests for feedback are. */
export const feedbackPath = pathOf('');
const tokenPattern = /^[\w-]{75}$/;

/** Enough for the longest answer that is taken, in any script. A character takes up to 12 bytes in a form. */
const maxBytes = 400_000;

/** What a person has written, and what is wrong with it. */
interface Written {
  readonly answers: readonly string[];
  readonly kind: string;
  readonly problem: string | null;
}

const kinds: Record<string, string> = {
  SUGGESTION: 'Suggestions, or some of everything',
  PRAISE: 'Mostly praise',
  CONCERN: 'Mostly concerns',
};

function formView({ request, owner }: OpenRequest, token: string, formToken: string, written: Written): Html {
  const { name } = owner.viewer.account;
  const fields = questionsOf(request).map(
    (question, index) => html`
    <label for="answer${index + 1}">${question}</label>
    <textarea id="answer${index + 1}" name="answer${index + 1}" rows="5" maxlength="${maxAnswer}">${'\n'}${written.answers[index] ?? ''}</textarea>`,
  );
  const options = Object.entries(kinds).map(
    ([kind, text]) => html`<option value="${kind}"${kind === written.kind && html` selected`}>${text}</option>`,
  );
  return html`<h1>${name} asks for your feedback</h1>
  ${request.topic !== '' && html`<p>${request.topic}</p>`}
  ${request.message.trim() !== '' && html`<p class="message">${request.message.trim()}</p>`}
  ${written.problem !== null && html`<div role="alert">${written.problem}</div>`}
  <form method="post" action="${pathOf(token)}" class="answers">
    <input type="hidden" name="form" value="${formToken}">
    ${fields}
    <label for="kind">Your feedback is</label>
    <select id="kind" name="kind">${options}</select>
    <p class="muted">Nobody but ${name} gets what you write. You can send it once, until ${request.dueOn}; questions may stay empty.</p>
    <button>Send</button>
  </form>`;
}

/** The page of a request for feedback. */
export type FeedbackPage = (pathname: string, request: Request, ctx: Context) => Promise<Response>;

/**
 * Creates the page on which people without an account answer a request for feedback: by the link alone, without a cookie or a
 * script. Looking at it changes nothing, so that the previews of mail programs use no link up. A link that is wrong, was used or
 * revoked, or has expired gets the same response.
 */
export function createFeedbackPage(config: Config, pages: Pages): FeedbackPage {
  const gone = () =>
    pages.respond({
      title: 'Not found',
      isUnlisted: true,
      status: 404,
      body: html`<h1>Not found</h1><p>This link is not valid. It may have been used, revoked, or have expired. Ask who sent it for another one.</p>`,
    });

  const problem = (status: number, title: string, text: string, headers?: Record<string, string>) =>
    pages.respond({ title, isUnlisted: true, status, body: html`<h1>${title}</h1><p>${text}</p>` }, headers);

  function show(ctx: Context, open: OpenRequest, token: string, written: Written, status = 200): Response {
    const formToken = ctx.app.vault.derive(token, formContext);
    const title = `Feedback for ${open.owner.viewer.account.name}`;
    return pages.respond({ title, isUnlisted: true, status, body: formView(open, token, formToken, written) });
  }

  async function submit(request: Request, ctx: Context, open: OpenRequest, token: string): Promise<Response> {
    const form = await readForm(request, config.publicUrl, { maxBytes, mayHideOrigin: true });
    if (form.get('form') !== ctx.app.vault.derive(token, formContext))
      throw new ForbiddenError('Send this form from its own page.');
    const answers = Array.from({ length: maxQuestions }, (_, index) =>
      (form.get(`answer${index + 1}`) ?? '').replaceAll('\r\n', '\n'),
    );
    const kind = form.get('kind') ?? 'SUGGESTION';
    try {
      if (!(await answerRequest(open, token, { kind: kind as 'SUGGESTION', answers }))) return gone();
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      const [issue] = error.issues;
      const field =
        issue?.path[1] === 'kind' ? 'The kind' : issue?.path[2] ? `Answer ${Number(issue.path[2]) + 1}` : 'The answers';
      return show(ctx, open, token, { answers, kind, problem: `${field} ${issue?.message}.` }, 400);
    }
    const body = html`<h1>Thank you</h1><p>Your feedback is with ${open.owner.viewer.account.name}. You can close this page.</p>`;
    return pages.respond({ title: 'Thank you', isUnlisted: true, body });
  }

  return async (pathname, request, ctx) => {
    const token = pathname.slice(feedbackPath.length);
    try {
      if (request.method === 'POST') await countAnswer(ctx);
      const open = tokenPattern.test(token) ? await openRequest(ctx, token) : null;
      if (!open || !['GET', 'POST'].includes(request.method)) return gone();
      if (request.method === 'POST') return await submit(request, ctx, open, token);
      return show(ctx, open, token, { answers: [], kind: '', problem: null });
    } catch (error) {
      if (error instanceof ForbiddenError) return problem(403, 'Not sent', error.message);
      if (!(error instanceof RateLimitedError)) throw error;
      const wait = { 'retry-after': String(error.retryAfterSeconds) };
      return problem(429, 'Not now', `${error.message} What you wrote was not sent.`, wait);
    }
  };
}
