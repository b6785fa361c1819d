import { z } from 'zod';
import type { RelyingParty } from '../../../integrations/webauthn/webauthn.ts';
import type { FailureDelay } from '../../../platform/security/failure-delays.ts';
import { idOf, line } from '../../../platform/validation/input-rules.ts';
import { asCookie, givenPassword } from '../sessions/sessions.rules.ts';

/** The maximum number of an account's passkeys. */
export const maxPasskeys = 20;

/** How long a challenge is valid, in milliseconds. People look for their phone meanwhile. */
export const challengeLifetime = 5 * 60 * 1000;

/** How wrong responses for one credential from one network delay the next attempts, as wrong passwords do. */
export const wrongPasskeyDelay: FailureDelay = { name: 'wrong-passkey', free: 5, maxSeconds: 15 * 60, seconds: 3600 };

const isAddress = (host: string) => /^[\d.]+$/.test(host) || host.startsWith('[');
const isLoopback = (host: string) => /^127\.|^\[::1\]$/.test(host);

/**
 * The party that passkeys belong to: the domain of the public origin. The pages of that origin may use them, and those of further
 * origins on the domain or below it. Credentials belong to names, so a loopback address stands for `localhost`.
 * @returns null if the public origin has another address in place of a name
 */
export function relyingPartyOf({ publicUrl, corsOrigins }: PublicOrigins): RelyingParty | null {
  const { protocol, hostname, port } = new URL(publicUrl);
  if (isAddress(hostname) && !isLoopback(hostname)) return null;
  const id = isLoopback(hostname) ? 'localhost' : hostname;
  const isBelow = (origin: string) => `.${new URL(origin).hostname}`.endsWith(`.${id}`);
  return { id, origins: [`${protocol}//${id}${port && `:${port}`}`, ...corsOrigins.filter(isBelow)] };
}

/** The origins that a server is configured with. */
interface PublicOrigins {
  readonly publicUrl: string;
  readonly corsOrigins: readonly string[];
}

/**
 * Whether a counter shows that a passkey was copied: authenticators that count at all count up each time (Web Authentication,
 * 6.1.1). @param stored the counter of the last sign-in
 */
export const isCounterBack = (stored: number, given: number) => (stored > 0 || given > 0) && given <= stored;

const base64url = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/, 'must be base64url');

/** A response of an authenticator, as `PublicKeyCredential.toJSON()` makes it. What is not used is left out. */
const responseWith = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.object({
    id: base64url(1400),
    rawId: base64url(1400),
    type: z.literal('public-key'),
    response: z.object({ clientDataJSON: base64url(8_000), ...shape }),
    clientExtensionResults: z.unknown().transform(() => ({})),
  });

const createdResponse = responseWith({
  attestationObject: base64url(32_000),
  transports: z.array(z.string().max(20)).max(10).optional(),
});

const signedResponse = responseWith({
  authenticatorData: base64url(2_000),
  signature: base64url(8_000),
  userHandle: base64url(100).nullish(),
});

export const beginPasskeyRegistrationInput = z.object({ password: givenPassword.nullish() });

export const registerPasskeyInput = z.object({ name: line(100), response: createdResponse });

export const signInWithPasskeyInput = z.object({ response: signedResponse, cookie: asCookie });

export const renamePasskeyInput = z.object({ id: idOf('Passkey'), name: line(100) });

export const deletePasskeyInput = z.object({ id: idOf('Passkey') });
