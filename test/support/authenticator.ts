import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/* An authenticator of WebAuthn in software: it makes real key pairs and signatures, by the specification. */

/** What an honest authenticator and browser would not do. */
export interface Deviation {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  /** Default: the user is present and verified. */
  flags?: number;
  /** Default: one more than before. */
  counter?: number;
  credentialId?: string;
  userHandle?: string | null;
  /** Changes what is signed, after it is. */
  tamper?: (authenticatorData: Buffer) => Buffer;
  /** The attestation: its format and statement, in CBOR. */
  attestation?: { format: string; statement: Buffer };
}

interface CreationOptions {
  challenge: string;
  rp: { id: string };
  user: { id: string };
}

interface RequestOptions {
  challenge: string;
  rpId: string;
}

const flag = { userPresent: 0x01, userVerified: 0x04, attested: 0x40 };
export const onlyPresent = flag.userPresent;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const base64url = (data: string | Buffer) => Buffer.from(data).toString('base64url');

/** The head of a CBOR item: its major type and its length. */
function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}
export const cborText = (text: string) => Buffer.concat([head(3, text.length), Buffer.from(text)]);
export const cborBytes = (bytes: Buffer) => Buffer.concat([head(2, bytes.length), bytes]);
/** A map of items in CBOR: keys and values in turns. */
export const cborMap = (...items: Buffer[]) => Buffer.concat([head(5, items.length / 2), ...items]);
/** A small integer. */
const int = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));

/** Creates an authenticator with one credential. @param counts whether it counts its signatures */
export function createAuthenticator({ origin = 'http://localhost:4000', counts = true } = {}) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const credentialId = base64url(id);
  let counter = 0;
  let userHandle = '';

  /** EC2, ES256, P-256 (RFC 9053). */
  const coseKey = cborMap(
    ...[int(1), int(2), int(3), int(-7), int(-1), int(1)],
    ...[int(-2), cborBytes(Buffer.from(x, 'base64url')), int(-3), cborBytes(Buffer.from(y, 'base64url'))],
  );

  function clientData(type: string, challenge: string, deviation: Deviation): Buffer {
    const data = { type, challenge, origin, crossOrigin: false };
    const { origin: other = origin, challenge: another = challenge, type: otherType = type } = deviation;
    return Buffer.from(JSON.stringify({ ...data, origin: other, challenge: another, type: otherType }));
  }

  function authenticatorData(rpId: string, deviation: Deviation, attested?: Buffer): Buffer {
    counter = deviation.counter ?? (counts ? counter + 1 : 0);
    const flags = deviation.flags ?? flag.userPresent | flag.userVerified;
    const numbers = Buffer.alloc(5);
    numbers.writeUInt8(flags | (attested ? flag.attested : 0));
    numbers.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(deviation.rpId ?? rpId), numbers, attested ?? Buffer.alloc(0)]);
  }

  const signed = (data: Buffer, client: Buffer) => sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);

  return {
    credentialId,
    /** The signature over data, for an attestation of its own. */
    sign: signed,
    /** What `navigator.credentials.create` returns, as JSON. */
    create({ challenge, rp, user }: CreationOptions, deviation: Deviation = {}) {
      userHandle = user.id;
      const client = clientData('webauthn.create', challenge, deviation);
      const length = Buffer.from([id.length >> 8, id.length & 255]);
      const data = authenticatorData(rp.id, deviation, Buffer.concat([Buffer.alloc(16), length, id, coseKey]));
      const { format, statement } = deviation.attestation ?? { format: 'none', statement: cborMap() };
      const attestation = cborMap(
        ...[cborText('fmt'), cborText(format), cborText('attStmt'), statement],
        ...[cborText('authData'), cborBytes(deviation.tamper?.(data) ?? data)],
      );
      const response = { clientDataJSON: base64url(client), attestationObject: base64url(attestation) };
      return {
        ...{ id: credentialId, rawId: credentialId, type: 'public-key', clientExtensionResults: {} },
        response: { ...response, transports: ['internal', 'hybrid'] },
      };
    },
    /** What `navigator.credentials.get` returns, as JSON. */
    get({ challenge, rpId }: RequestOptions, deviation: Deviation = {}) {
      const client = clientData('webauthn.get', challenge, deviation);
      const data = authenticatorData(rpId, deviation);
      const signature = signed(data, client);
      const handle = deviation.userHandle === undefined ? userHandle : deviation.userHandle;
      const name = deviation.credentialId ?? credentialId;
      return {
        ...{ id: name, rawId: name, type: 'public-key', clientExtensionResults: {} },
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(deviation.tamper?.(data) ?? data),
          signature: base64url(signature),
          ...(handle !== null && { userHandle: handle }),
        },
      };
    },
  };
}
