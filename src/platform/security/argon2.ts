import crypto from 'node:crypto';
import { promisify } from 'node:util';

/** What a hash costs: memory in KiB, passes, and lanes. */
export interface Argon2Cost {
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** Argon2id (RFC 9106), with hashes in the PHC string format: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<tag>`. */
export interface Argon2 {
  /** Hashes a password with a random salt of 16 bytes, to a tag of 32 bytes. */
  hash(password: string, cost: Argon2Cost): Promise<string>;
  /** Whether a password has this hash. */
  verify(hash: string, password: string): Promise<boolean>;
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

async function tagOf(password: string, nonce: Buffer, tagLength: number, cost: Argon2Cost): Promise<Buffer> {
  const { memoryCost: memory, timeCost: passes, parallelism } = cost;
  const parameters = { message: password, nonce, tagLength, memory, passes, parallelism };
  return promisify(crypto.argon2)('argon2id', parameters);
}

/** Node's own Argon2, from Node 24.7 on. */
export const nodeArgon2: Argon2 = {
  async hash(password, cost) {
    const salt = crypto.randomBytes(16);
    const { memoryCost, timeCost, parallelism } = cost;
    const tag = await tagOf(password, salt, 32, cost);
    return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
  },
  async verify(hash, password) {
    const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
    if (!parts) throw new Error('The password hash is not an Argon2id hash.');
    const [, memory, passes, lanes, salt = '', tag = ''] = parts;
    const cost = { memoryCost: Number(memory), timeCost: Number(passes), parallelism: Number(lanes) };
    const expected = Buffer.from(tag, 'base64');
    const actual = await tagOf(password, Buffer.from(salt, 'base64'), expected.length, cost);
    return crypto.timingSafeEqual(actual, expected);
  },
};

/**
 * The native package, or Node's own Argon2 where npm has left out the package's binary, which is optional.
 * @throws if neither is available
 */
export async function loadArgon2(): Promise<Argon2> {
  try {
    const { hash, verify } = await import('@node-rs/argon2');
    return { hash: (password, cost) => hash(password, { algorithm: 2, ...cost }), verify };
  } catch {
    if (typeof crypto.argon2 === 'function') return nodeArgon2;
    throw new Error(
      'Passwords need the binary of @node-rs/argon2: run "npm ci" without --omit=optional, or use Node 24.',
    );
  }
}
