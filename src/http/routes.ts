import { randomUUID } from 'node:crypto';
import type { Config } from '../config.ts';
import { redeemSignInLink } from '../domains/accounts/sign-in-links/sign-in-links.service.ts';
import { notificationPath } from '../domains/integrations/outlook-notifications/outlook-notifications.rules.ts';
import { callbackPathOf, type SignInProvider } from '../domains/integrations/providers/providers.rules.ts';
import { providerOf, providersOf } from '../domains/integrations/providers/providers.service.ts';
import { type App, type Client, type Context, createContext } from '../platform/context.ts';
import { RateLimitedError, UnavailableError } from '../platform/errors.ts';
import { metered } from '../platform/runtime/processor-time.ts';
import type { RateLimitLeft } from '../platform/security/rate-limits.ts';
import { publicKeys } from '../platform/security/signing-keys.ts';
import type { ImportRules } from '../transfer/check.ts';
import { isForgeable } from './authenticate.ts';
import { calendarAt } from './calendar-feed.ts';
import { compressed } from './compression.ts';
import { connectCallback } from './connect.ts';
import { createDocsSite } from './docs-site.ts';
import { errorResponse } from './error-response.ts';
import { exportAt } from './export.ts';
import { failureResponse } from './failure-response.ts';
import { createGraphiQL, graphiqlAssets } from './graphiql/graphiql.ts';
import type { GraphQLEndpoint } from './graphql-endpoint.ts';
import { type Handler, respondToHead } from './head-requests.ts';
import { createImport } from './import.ts';
import type { JsonPost, RequestHead } from './json-post.ts';
import { createMcpEndpoint } from './mcp.ts';
import type { Measurements } from './metrics/measurements.ts';
import { createMetrics } from './metrics/metrics.ts';
import type { MetricsSources } from './metrics/sources.ts';
import { outlookNotificationsAt } from './outlook-notifications.ts';
import { createAccountPage } from './pages/account-page.ts';
import { createFeedbackPage, feedbackPath } from './pages/feedback-page.ts';
import { html } from './pages/html.ts';
import { createInsightsPage } from './pages/insights-page.ts';
import { createPages } from './pages/page.ts';
import { createRequestLimit } from './rate-limit.ts';
import { checkReady } from './ready.ts';
import { createResponseLog } from './response-log.ts';
import { setSessionCookie } from './session-cookie.ts';
import { type Reply, toResponse, toText } from './text-reply.ts';
import { traceRoutes } from './traced-requests.ts';

/** Responds to a request. */
type Route<R, A extends Reply> = (request: R, ctx: Context) => Promise<A> | A;

/** What load balancers ask. They are not limited, or a flood from their address would end the server. */
const probes = new Set(['/health', '/ready']);

const text = (body: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(`${body}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
  });

const acceptsPage = (request: Request) =>
  request.method === 'GET' && (request.headers.get('accept') ?? '').includes('text/html');

/** The response, compressed if it is long. */
const smaller = async (response: Response, { headers }: Request) =>
  toResponse(await compressed(await toText(response), headers));

const redirect = (location: string, headers: Record<string, string> = {}) =>
  new Response(null, { status: 302, headers: { location, ...headers } });

/** The two ways that a request comes in. */
export interface Routes {
  /** Responds to any request. */
  respond(request: Request, client: Client): Promise<Response>;
  /** Responds to a request to /graphql that `isJsonPost`. */
  respondToPost(request: JsonPost, client: Client): Promise<Reply>;
}

/** Routes requests: to GraphQL, and to what is not GraphQL, such as sign-in links, exports and health checks. */
export function createRoutes(
  app: App,
  config: Config,
  endpoint: GraphQLEndpoint,
  server: {
    isReady(): boolean;
    readonly importRules: ImportRules;
    readonly streams: MetricsSources['streams'];
    /** What is measured of requests. Null if nothing is. */
    readonly measurements: Measurements | null;
  },
): Routes {
  const graphql: Handler = endpoint.respond;
  const { measurements } = server;
  const logResponse = createResponseLog(config.accessLog);
  const limit = createRequestLimit(config.requestsPerMinute);
  const graphiql = config.graphiql ? createGraphiQL() : null;
  // A query in the address of a browser is still a request to the API.
  const page: Handler =
    graphiql ??
    ((request, ctx) => (new URL(request.url).searchParams.has('query') ? graphql(request, ctx) : redirect('/')));
  const mcp = createMcpEndpoint(app, config, endpoint);
  const pages = createPages();
  const docsSite = createDocsSite();
  const accountPage = createAccountPage(config, pages, docsSite !== null);
  const feedbackPage = createFeedbackPage(config, pages);
  const insights = createInsightsPage(pages, accountPage);

  const callback =
    (provider: SignInProvider): Handler =>
    (request, ctx) =>
      connectCallback(provider, request, ctx);

  const routes: Record<string, Handler> = {
    '/': (request, ctx) =>
      acceptsPage(request) || request.method === 'POST' ? accountPage.respond(request, ctx) : redirect('/graphql'),
    ...pages.assets,
    ...insights.assets,
    '/insights': insights.respond,
    '/graphql': (request, ctx) => (acceptsPage(request) ? page(request, ctx) : graphql(request, ctx)),
    ...(graphiql && Object.fromEntries(graphiqlAssets.map((path) => [path, graphiql]))),
    '/sign-in': signIn,
    '/schema.graphql': (request, ctx) =>
      config.introspection ? smaller(text(endpoint.schemaText.sdl()), request) : notFound(request, ctx),
    '/mcp': async (request, ctx) => smaller(await mcp(request, ctx), request),
    '/export': exportAt,
    '/import': createImport(server.importRules),
    ...Object.fromEntries(
      providersOf(config).map((provider) => [callbackPathOf(providerOf(provider)), callback(provider)]),
    ),
    ...(config.outlook && { [notificationPath]: outlookNotificationsAt }),
    // `waymark doctor` knows a server of ours by the header.
    '/health': () => text('ok', 200, { server: 'Waymark' }),
    '/ready': async (_request, ctx) => {
      if (!server.isReady()) throw new UnavailableError('The server is stopping.', 5);
      return text(await checkReady(ctx));
    },
    ...(measurements &&
      config.metricsToken !== null && {
        '/metrics': createMetrics(config.metricsToken, { measurements, graphql: endpoint, streams: server.streams }),
      }),
    '/.well-known/jwks.json': async (_request, ctx) =>
      Response.json(await publicKeys(ctx), { headers: { 'cache-control': 'public, max-age=300' } }),
  };

  const notFound: Handler = () => errorResponse(404, 'NOT_FOUND', 'Not found. The API is at /graphql.');

  function routeTo(pathname: string): Handler {
    if (Object.hasOwn(routes, pathname)) return routes[pathname] ?? notFound;
    if (docsSite && /^\/docs(\/|$)/.test(pathname))
      return async (request, ctx) => (await docsSite(pathname, request)) ?? notFound(request, ctx);
    if (pathname.startsWith(feedbackPath)) return (request, ctx) => feedbackPage(pathname, request, ctx);
    return async (request, ctx) => (await calendarAt(pathname, request, ctx)) ?? notFound(request, ctx);
  }

  /** What metrics and traces call a path. Those that anybody can make up have one name. */
  function routeOf(pathname: string | undefined): string {
    if (pathname === undefined) return 'other';
    if (Object.hasOwn(routes, pathname)) return pathname;
    return /^\/(calendar|feedback|docs)(?=\/)/.exec(pathname)?.[0] ?? 'other';
  }

  /** Responds to requests for a path, also if they fail. A HEAD request, such as for a preview, does not use a sign-in link. */
  function responderTo(pathname: string): Handler {
    const handler = routeTo(pathname);
    const isLimited = !probes.has(pathname);
    const route: Handler = (request, ctx) => respond(request, ctx, handler, isLimited);
    return pathname === '/sign-in' ? route : respondToHead(route);
  }

  /** Signs a browser in with a sign-in link, and redirects it to GraphiQL, or to the page of the account where that is off. */
  async function signIn(request: Request, ctx: Context): Promise<Response> {
    if (request.method !== 'GET') return text('Open this link in a browser.', 405);
    if (!(await redeemSignInLink(ctx, new URL(request.url).searchParams.get('token') ?? ''))) {
      const gone = 'This sign-in link was used or has expired.';
      if (!acceptsPage(request)) return text(`${gone} Run \`npm run link\` on the server to get a new one.`, 410);
      const notice = html`${gone} Run <code>npm run link</code> on the server to get a new one.`;
      return accountPage.show(request, ctx, { status: 410, notice: { kind: 'alert', text: notice } });
    }
    const place = graphiql ? '/graphql' : '/';
    const headers = {
      'set-cookie': setSessionCookie(config, ctx.sessionCookie.value ?? null),
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    };
    // A browser that comes from another site sends no SameSite=Strict cookie, also after a redirect. A page of ours leads on.
    if (request.headers.get('sec-fetch-site') !== 'cross-site')
      return new Response(null, { status: 303, headers: { ...headers, location: place } });
    const body = html`<h1>Signed in</h1><p><a href="${place}">Continue</a></p>`;
    return pages.respond({ title: 'Signed in', body }, { ...headers, refresh: `0; url=${place}` });
  }

  /** Runs a route in a context of its own, and names the request in its response and in the log. */
  async function serve<R extends RequestHead, A extends Reply>(
    request: R,
    client: Client,
    pathname: string | undefined,
    route: Route<R, A>,
  ): Promise<A> {
    const ctx = createContext(app, randomUUID(), client);
    const started = performance.now();
    const response = await metered(ctx.processorTime, () => route(request, ctx));
    response.headers.set('x-request-id', ctx.requestId);
    const { value: cookie } = ctx.sessionCookie;
    // A form of another site could sign a visitor in to the account of an attacker.
    if (cookie !== undefined && !isForgeable(request))
      response.headers.set('set-cookie', setSessionCookie(config, cookie));
    measurements?.addRequest(routeOf(pathname), request.method, response.status, performance.now() - started);
    logResponse(request, pathname, ctx, response, started);
    return response;
  }

  const malformed: Handler = () => errorResponse(400, 'BAD_REQUEST', 'The URL or Host header is malformed.');
  const traced = traceRoutes(app.tracing, config.publicUrl, routeOf);
  const post = traced<JsonPost, Reply>((request, ctx) => respond(request, ctx, endpoint.respondToPost), '/graphql');

  return {
    respond(request, client) {
      // The URL consists of the Host header and the path as received, and may be invalid.
      const pathname = URL.parse(request.url)?.pathname;
      const route = pathname === undefined ? malformed : responderTo(pathname);
      return serve(request, client, pathname, traced(route, pathname));
    },
    respondToPost: (request, client) => serve(request, client, '/graphql', post),
  };

  /**
   * Runs a handler. Errors become error responses.
   * @param isLimited whether the request, and what it has come to, is counted for its client
   */
  async function respond<R extends RequestHead, A extends Reply>(
    request: R,
    ctx: Context,
    handler: Route<R, A>,
    isLimited = true,
  ): Promise<A | Response> {
    let left: RateLimitLeft | undefined;
    try {
      const counted = isLimited ? limit.count(ctx, request) : undefined;
      left = counted instanceof Promise ? await counted : counted;
      const response = await handler(request, ctx);
      if (left) limit.setHeaders(response.headers, left);
      const worked = isLimited ? limit.countWork(ctx) : undefined;
      if (worked) await worked;
      return response;
    } catch (error) {
      const failed = failureResponse(error, ctx);
      if (left) limit.setHeaders(failed.headers, left);
      else if (error instanceof RateLimitedError && isLimited)
        limit.setHeaders(failed.headers, { points: 0, milliseconds: error.retryAfterSeconds * 1000 });
      return failed;
    }
  }
}
