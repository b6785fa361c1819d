import type { TestApp } from './app.ts';
import { fetchFrom, type HttpAnswer } from './http.ts';

const pathOf = (url: string) => new URL(url).pathname;

/** Opens the page of a request for feedback, as anybody would. */
export async function openForm(
  app: TestApp,
  url: string,
  init: RequestInit = {},
): Promise<HttpAnswer & { token: string; questions: string[] }> {
  const answer = await fetchFrom(app, pathOf(url), init);
  const token = /name="form" value="([\w-]+)"/.exec(answer.text)?.[1] ?? '';
  const questions = [...answer.text.matchAll(/<label for="answer\d+">([^<]*)</g)].map(([, question = '']) => question);
  return { ...answer, token, questions };
}

/** Sends the form of the page with some answers, with the token that it has, as a browser would. */
export async function answerForm(
  app: TestApp,
  url: string,
  fields: Record<string, string>,
  more: { token?: string; headers?: Record<string, string>; type?: string } = {},
): Promise<HttpAnswer> {
  const token = more.token ?? (await openForm(app, url)).token;
  return fetchFrom(app, pathOf(url), {
    method: 'POST',
    headers: { 'content-type': more.type ?? 'application/x-www-form-urlencoded', ...more.headers },
    body: String(new URLSearchParams({ form: token, ...fields })),
  });
}
