/**
 * A response in the form of GraphQL errors, for requests that fail before or outside GraphQL.
 * @param code the constant for programs, in `extensions.code`
 * @param message a sentence for people
 */
export function errorResponse(
  status: number,
  code: string,
  message: string,
  more: { headers?: Record<string, string>; extensions?: Record<string, unknown> } = {},
): Response {
  const body = { errors: [{ message, extensions: { code, ...more.extensions } }] };
  const headers = { 'content-type': 'application/json; charset=utf-8', ...more.headers };
  return new Response(JSON.stringify(body), { status, headers });
}
