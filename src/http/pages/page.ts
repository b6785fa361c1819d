import { assetPath } from './assets.ts';
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
].join('; ');

/** A page of this server, for the one who asks for it alone. */
export function pageResponse(
  { title, body, status = 200 }: { title: string; body: Piece; status?: number },
  headers: Record<string, string> = {},
): Response {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Waymark</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${assetPath('pages.css')}">
<script type="module" src="${assetPath('passkeys.js')}"></script>
</head>
<body>
<header><a href="/" class="brand">${new Html(logo)} Waymark</a></header>
<main>${body}</main>
</body>
</html>
`;
  return new Response(page.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy,
      // Without a referrer, browsers would send forms without their origin.
      'referrer-policy': 'same-origin',
      ...headers,
    },
  });
}
