import { type CryptoKey, calculateJwkThumbprint, errors, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { Context } from '../context.ts';
import type { Row } from '../database/models.ts';
import { transaction } from '../transactions/transaction.ts';
import type { KeyCache } from './key-cache.ts';

export const algorithm = 'EdDSA';
const day = 24 * 60 * 60 * 1000;

/** A key signs for 30 days and verifies for one day more, which is longer than the life of its tokens. */
const signsFor = 30 * day;
const verifiesFor = signsFor + day;

const notBefore = (ctx: Context) => new Date(ctx.calendar.now.getTime() - verifiesFor);

/** The key that signs now: the newest that is not retired and that the secret can decrypt, or a new one. */
export async function currentKey(ctx: Context): Promise<NonNullable<KeyCache['current']>> {
  const { keyCache, vault } = ctx.app;
  const { now } = ctx.calendar;
  if (keyCache.current && keyCache.current.retiresAt > now) return keyCache.current;
  const rows = await ctx.db.signingKey.findMany({ where: { retiresAt: { gt: now } }, orderBy: { createdAt: 'desc' } });
  for (const row of rows) {
    const jwk = vault.open(row.encryptedPrivateJwk, row.id);
    if (jwk === null) continue;
    const privateKey = (await importJWK(JSON.parse(jwk), algorithm)) as CryptoKey;
    keyCache.current = { kid: row.id, privateKey, retiresAt: row.retiresAt };
    return keyCache.current;
  }
  if (rows.length > 0)
    ctx.log.warn({ keys: rows.length }, 'The signing keys were encrypted with another secret. Creating a new key.');
  return createKey(ctx);
}

/** Creates a key, and deletes those that no longer verify anything. */
async function createKey(ctx: Context): Promise<NonNullable<KeyCache['current']>> {
  const { now } = ctx.calendar;
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'Ed25519', extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  const retiresAt = new Date(now.getTime() + signsFor);
  const encryptedPrivateJwk = ctx.app.vault.seal(JSON.stringify(await exportJWK(privateKey)), kid);
  await transaction({ ...ctx, viewer: null }, 'createSigningKey', async (tx) => {
    await tx.write.signingKey.delete({ createdAt: { lt: notBefore(tx) } });
    await tx.write.signingKey.create({ id: kid, publicJwk: { ...publicJwk }, encryptedPrivateJwk, retiresAt });
  });
  ctx.app.keyCache.current = { kid, privateKey, retiresAt };
  return ctx.app.keyCache.current;
}

/** The public key with an id. @throws JWKSNoMatchingKey if there is none, or it no longer verifies */
export async function verifierOf(ctx: Context, kid: string | undefined): Promise<CryptoKey> {
  const { verifiers } = ctx.app.keyCache;
  const known = verifiers.get(kid ?? '');
  if (known) return known;
  const row = kid && (await ctx.db.signingKey.findUnique({ where: { id: kid, createdAt: { gte: notBefore(ctx) } } }));
  if (!row) throw new errors.JWKSNoMatchingKey();
  const key = (await importJWK(row.publicJwk as JWK, algorithm)) as CryptoKey;
  verifiers.set(row.id, key);
  return key;
}

/** The public keys as a JSON Web Key Set (RFC 7517), for others who verify the tokens. */
export async function publicKeys(ctx: Context): Promise<{ keys: JWK[] }> {
  const rows: Row<'signingKey'>[] = await ctx.db.signingKey.findMany({
    where: { createdAt: { gte: notBefore(ctx) } },
    orderBy: { createdAt: 'desc' },
  });
  return { keys: rows.map((row) => ({ ...(row.publicJwk as JWK), kid: row.id, alg: algorithm, use: 'sig' })) };
}
