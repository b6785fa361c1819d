import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTHeaderParameters,
  SignJWT,
} from 'jose';
import { createVault } from '../../src/platform/security/crypto.ts';
import type { SignedInPerson, TestApp } from './app.ts';

export interface Forgery {
  header?: Partial<JWTHeaderParameters>;
  claims?: Record<string, unknown>;
  /** The key that signs the token. Default: the server's own. */
  key?: CryptoKey | Uint8Array;
}

/** The server's signing key, decrypted. */
export async function signingKeyOf(app: TestApp): Promise<{
  kid: string;
  publicJwk: object;
  privateJwk: JWK;
  privateKey: CryptoKey;
}> {
  const row = await app.db.reads.signingKey.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const jwk = createVault(app.config.secret ?? '').open(row.encryptedPrivateJwk, row.id);
  if (jwk === null) throw new Error('The key was encrypted with another secret.');
  const privateJwk = JSON.parse(jwk) as JWK;
  const privateKey = (await importJWK(privateJwk, 'EdDSA')) as CryptoKey;
  return { kid: row.id, publicJwk: row.publicJwk as object, privateJwk, privateKey };
}

/** The claims of a token, without verification. */
export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

/** A copy of a person's token with some claims or headers replaced. A claim that is undefined is left out. */
export async function forge(app: TestApp, person: SignedInPerson, { header, claims, key }: Forgery): Promise<string> {
  const { kid, privateKey } = await signingKeyOf(app);
  return new SignJWT({ ...claimsOf(person.accessToken), ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
    .sign(key ?? privateKey);
}

/** A key pair of another server. */
export async function strangersKey(alg = 'EdDSA'): Promise<{ privateKey: CryptoKey; kid: string; publicJwk: object }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  return { privateKey, kid: await calculateJwkThumbprint(publicJwk), publicJwk };
}
