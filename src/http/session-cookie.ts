import type { Config } from '../config.ts';
import { sessionLifetime } from '../domains/accounts/sessions/sessions.rules.ts';
import { sessionCookie } from './authenticate.ts';

/**
 * The header `Set-Cookie` that signs a browser in or out. Scripts cannot read the cookie, and other sites cannot send it.
 * @param value null removes the cookie
 */
export function setSessionCookie({ publicUrl }: Pick<Config, 'publicUrl'>, value: string | null): string {
  const age = value === null ? 0 : sessionLifetime / 1000;
  const attributes = ['HttpOnly', 'SameSite=Strict', 'Path=/', `Max-Age=${age}`];
  if (publicUrl.startsWith('https:')) attributes.push('Secure');
  return [`${sessionCookie}=${value ?? ''}`, ...attributes].join('; ');
}
