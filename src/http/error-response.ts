/** An answer in the form of GraphQL's errors, for what is refused before or outside GraphQL. */
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
