import { createECDH } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPrivateFolder, makeFilesPrivate } from '../runtime/private-files.ts';

/** The key pair that push messages are signed with (VAPID, RFC 8292): a point on P-256 and its private key, as base64url. */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Who sends push messages: a contact for the push services, and the keys. */
export interface PushSender extends PushKeys {
  /** A `mailto:` or `https:` address. */
  readonly subject: string;
}

/** The name of the file with the keys in a data folder. */
const fileName = 'push-keys.json';

/** Whether a public key is that of a private key. */
export function isPushKeyPair({ publicKey, privateKey }: PushKeys): boolean {
  const pair = createECDH('prime256v1');
  try {
    pair.setPrivateKey(privateKey, 'base64url');
    return pair.getPublicKey('base64url') === publicKey;
  } catch {
    return false;
  }
}

/**
 * The keys in a data folder. They are created there on first use, readable by the user of the process only.
 * @throws Error if the file holds no keys
 */
export function loadPushKeys(dataDir: string): PushKeys {
  const file = join(dataDir, fileName);
  createPrivateFolder(dataDir);
  try {
    // With `wx`, one of two processes that start together creates the file, and the other one reads it.
    writeFileSync(file, `${JSON.stringify(newPushKeys())}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  makeFilesPrivate(file, /^$/);
  const keys = keysIn(readFileSync(file, 'utf8'));
  if (!keys)
    throw new Error(`${file} holds no key pair. Restore it, or delete it: browsers then have to subscribe again.`);
  return keys;
}

function keysIn(text: string): PushKeys | null {
  try {
    const keys = JSON.parse(text) as PushKeys;
    return isPushKeyPair(keys) ? keys : null;
  } catch {
    return null;
  }
}

function newPushKeys(): PushKeys {
  const pair = createECDH('prime256v1');
  const publicKey = pair.generateKeys().toString('base64url');
  // Leading zeros are part of the key.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()])
    .subarray(-32)
    .toString('base64url');
  return { publicKey, privateKey };
}
