import type { Handler } from '../head-requests.ts';
import { type Asset, createAsset } from './assets.ts';
import { Html, html, type Piece } from './html.ts';
import { icon, logo } from './logo.ts';

/** Pages have no scripts and styles but those of this server, are in no frame, and post forms to this server only. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

const headersOf = ({ isUnlisted = false }: Page): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy
    .filter((rule) => !(isUnlisted && /^(script|connect)-src/.test(rule)))
    .join('; '),
  // Without a referrer, browsers send forms without their origin, so that a form needs a token in it.
  'referrer-policy': isUnlisted ? 'no-referrer' : 'same-origin',
  ...(isUnlisted && { 'x-robots-tag': 'noindex, nofollow' }),
});

/** What a page has. */
interface Page {
  readonly title: string;
  readonly body: Piece;
  /** Default: 200. */
  readonly status?: number;
  /** The address of its script. Default: those of the account. */
  readonly script?: string;
  /** The address of its own style, beside that of all pages. Default: none. */
  readonly style?: string;
  /** Whether its address is a secret of somebody without an account. Such a page has no script, tells nobody its address, and is in no index. */
  readonly isUnlisted?: boolean;
}

/** The pages of this server, which look alike. */
export interface Pages {
  /** A page for the one who asks for it alone. */
  respond(page: Page, headers?: Record<string, string>): Response;
  /** What pages load, by the paths. */
  readonly assets: Readonly<Record<string, Handler>>;
}

/** Creates the pages of an application. */
export function createPages(): Pages {
  const [style, passkeys, imports] = ['pages.css', 'passkeys.js', 'import.js'].map(createAsset) as [
    Asset,
    Asset,
    Asset,
  ];

  const scriptsOf = (script?: string) =>
    (script === undefined ? [passkeys.address, imports.address] : [script]).map(
      (address) => html`<script type="module" src="${address}"></script>`,
    );

  const textOf = ({ title, body, isUnlisted = false, script, style: own }: Page) =>
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Waymark</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${style.address}">${own !== undefined && html`\n<link rel="stylesheet" href="${own}">`}
${isUnlisted ? html`<meta name="robots" content="noindex, nofollow">` : scriptsOf(script)}
</head>
<body>
<header><a href="/" class="brand">${new Html(logo)} Waymark</a></header>
<main>${body}</main>
</body>
</html>
`.text;

  return {
    assets: { '/pages.css': style.respond, '/passkeys.js': passkeys.respond, '/import.js': imports.respond },
    respond: (page, headers) =>
      new Response(textOf(page), {
        status: page.status ?? 200,
        headers: { ...headersOf(page), ...headers },
      }),
  };
}
