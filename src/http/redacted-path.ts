/** The length that a path is cut to. */
const maxPath = 200;

/** Paths below these are secrets: of calendar feeds, and of requests for feedback. */
const secret = /^\/+(calendar|feedback)\/.*/;

/** As long as no name of a page of ours is, and as no token is short. */
const token = /[^/]{32,}/g;

/**
 * A path as logs and traces may show it: without its query, which can have a token, and without what is or could be a secret.
 * Somebody may have put one into another path by mistake.
 */
export function redactPath(pathname: string | undefined): string {
  return (pathname ?? '').replace(secret, '/$1/…').replaceAll(token, '…').slice(0, maxPath);
}
