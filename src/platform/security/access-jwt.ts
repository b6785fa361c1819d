import { errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Context } from '../context.ts';
import { algorithm, currentKey, verifierOf } from './signing-keys.ts';

/* Access tokens as JSON Web Tokens (RFC 9068). */

const audience = 'waymark';
const type = 'at+jwt';

/** How long an access token is valid, in seconds. */
export const accessTokenSeconds = 15 * 60;

/** The registered claims of an access token that say whose it is, and under which sign-in it was issued. */
interface AccessClaims {
  readonly sub: string;
  readonly sid: string;
}

/** Signs an access token. */
export async function signAccessToken(ctx: Context, { sub, sid }: AccessClaims): Promise<string> {
  const { kid, privateKey } = await currentKey(ctx);
  const issuedAt = Math.floor(ctx.calendar.now.getTime() / 1000);
  return new SignJWT({ sid })
    .setProtectedHeader({ alg: algorithm, typ: type, kid })
    .setIssuer(ctx.app.config.publicUrl)
    .setAudience(audience)
    .setSubject(sub)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenSeconds)
    .sign(privateKey);
}

/**
 * The claims of an access token. Null if it is not valid: of another issuer, expired or malformed.
 * @param expiredSeconds for how long it may have been expired
 */
export async function verifyAccessToken(ctx: Context, token: string, expiredSeconds = 0): Promise<AccessClaims | null> {
  const payload = verifiedBefore(ctx, token, expiredSeconds) ?? (await verify(ctx, token, expiredSeconds));
  if (!payload) return null;
  const { sub, sid } = payload;
  return typeof sub === 'string' && typeof sid === 'string' ? { sub, sid } : null;
}

/** The claims of a token that was verified before and has not expired since. All else that is verified does not change. */
function verifiedBefore(ctx: Context, token: string, expiredSeconds: number): JWTPayload | undefined {
  const payload = ctx.app.keyCache.verified.get(ctx.app.viewerCache.hashOf(token));
  const now = Math.floor(ctx.calendar.now.getTime() / 1000);
  return payload?.exp !== undefined && payload.exp > now - expiredSeconds ? payload : undefined;
}

async function verify(ctx: Context, token: string, expiredSeconds: number): Promise<JWTPayload | null> {
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => verifierOf(ctx, kid), {
      algorithms: [algorithm],
      issuer: ctx.app.config.publicUrl,
      audience,
      typ: type,
      requiredClaims: ['exp', 'iat', 'sub', 'sid'],
      currentDate: ctx.calendar.now,
      clockTolerance: expiredSeconds,
    });
    ctx.app.keyCache.verified.set(ctx.app.viewerCache.hashOf(token), payload);
    return payload;
  } catch (error) {
    // Not that of a database that could not be asked for the key.
    if (!(error instanceof errors.JOSEError)) throw error;
    return null;
  }
}
