import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';

/* WebAuthn (W3C Web Authentication, Level 3): credentials whose private keys stay with an authenticator. */

/** Who asks for credentials. */
export interface RelyingParty {
  /** The domain that credentials belong to. */
  readonly id: string;
  /** The origins whose pages may use them. */
  readonly origins: readonly string[];
}

/** A credential as it is stored. */
export interface StoredCredential {
  readonly credentialId: string;
  /** COSE, as base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** A credential that was created, and the challenge that it was created for. */
interface CreatedCredential {
  readonly credential: StoredCredential;
  readonly challenge: string;
}

/** What a credential has signed. */
interface Assertion {
  readonly challenge: string;
  /** How often the authenticator has signed. 0 if it does not count. */
  readonly counter: number;
  readonly isBackedUp: boolean;
}

/** Whether a challenge, as base64url, is one of ours that may be answered now. */
export type ChallengeCheck = (challenge: string) => boolean;

/** Loaded on demand: a server may have no passkeys, and most requests are about something else. */
const load = () => import('@simplewebauthn/server');
const loadHelpers = () => import('@simplewebauthn/server/helpers');

/** The challenge that a response is to. */
async function challengeOf({ response }: { response: { clientDataJSON: string } }): Promise<string> {
  const { decodeClientDataJSON } = await loadHelpers();
  return decodeClientDataJSON(response.clientDataJSON).challenge;
}

const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, 'base64url'));

/** EdDSA, ES256 and RS256, which all authenticators have one of. The package would try out more, and Node warn of that. */
const supportedAlgorithmIDs = [-8, -7, -257];

/**
 * What a browser needs to create a credential: one that is found without naming an account, and verifies its user.
 * @param challenge bytes as base64url
 * @param known the ids of credentials that the account has: their authenticators refuse to create another one
 * @param timeout in milliseconds
 */
export async function creationOptions(
  party: RelyingParty,
  user: { readonly id: string; readonly name: string; readonly displayName: string },
  { challenge, known, timeout }: { challenge: string; known: readonly string[]; timeout: number },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await load();
  return generateRegistrationOptions({
    rpName: 'Waymark',
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(user.id)),
    userName: user.name,
    userDisplayName: user.displayName,
    supportedAlgorithmIDs,
    challenge: bytesOf(challenge),
    timeout,
    excludeCredentials: known.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** What a browser needs to sign in by any credential of the party. @param timeout in milliseconds */
export async function requestOptions(
  party: RelyingParty,
  { challenge, timeout }: { challenge: string; timeout: number },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await load();
  const userVerification = 'required';
  return generateAuthenticationOptions({ rpID: party.id, challenge: bytesOf(challenge), timeout, userVerification });
}

/**
 * The credential that a browser has created. Null if the response is not valid.
 * Who made the authenticator does not matter, so its attestation is not asked for. One that has certificates is refused: to check
 * them, the server would make requests to addresses in them.
 */
export async function verifyCreation(
  party: RelyingParty,
  response: RegistrationResponseJSON,
  expectedChallenge: ChallengeCheck,
): Promise<CreatedCredential | null> {
  const { verifyRegistrationResponse } = await load();
  const { decodeAttestationObject } = await loadHelpers();
  try {
    const attestation = decodeAttestationObject(bytesOf(response.response.attestationObject));
    const format = attestation.get('fmt');
    if (format !== 'none' && (format !== 'packed' || attestation.get('attStmt').get('x5c') !== undefined)) return null;
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      supportedAlgorithmIDs,
      ...expected(party, expectedChallenge),
    });
    if (!registrationInfo) return null;
    const { credential, credentialBackedUp: isBackedUp } = registrationInfo;
    const publicKey = Buffer.from(credential.publicKey).toString('base64url');
    return {
      credential: { credentialId: credential.id, publicKey, counter: credential.counter, isBackedUp },
      challenge: await challengeOf(response),
    };
  } catch {
    // The package throws plain errors for whatever is wrong with a response.
    return null;
  }
}

/** What a credential has signed. Null if the response is not valid. Says nothing about the counter, but what it is. */
export async function verifyAssertion(
  party: RelyingParty,
  response: AuthenticationResponseJSON,
  { credentialId: id, publicKey }: Pick<StoredCredential, 'credentialId' | 'publicKey'>,
  expectedChallenge: ChallengeCheck,
): Promise<Assertion | null> {
  const { verifyAuthenticationResponse } = await load();
  try {
    // A counter that went back is no error here: it is to be told from a response that is not valid.
    const credential = { id, publicKey: bytesOf(publicKey), counter: 0 };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      credential,
      ...expected(party, expectedChallenge),
    });
    if (!verified) return null;
    const { newCounter: counter, credentialBackedUp: isBackedUp } = authenticationInfo;
    return { challenge: await challengeOf(response), counter, isBackedUp };
  } catch {
    return null;
  }
}

const expected = ({ id, origins }: RelyingParty, expectedChallenge: ChallengeCheck) => ({
  expectedChallenge,
  expectedOrigin: [...origins],
  expectedRPID: id,
  requireUserVerification: true,
});
