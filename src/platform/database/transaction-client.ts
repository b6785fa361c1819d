import type { Prisma, PrismaClient } from '../../generated/sqlite/client.ts';
import type { OpenTransaction } from './open-transaction.ts';
import type { TransactionGate } from './transaction-gate.ts';

/** A Prisma client within an open transaction. Prisma has its part in it only from the first use of the client on. */
export interface TransactionClient {
  readonly client: Prisma.TransactionClient;
  /** Ends Prisma's part in the transaction. */
  readonly end: () => Promise<void>;
}

type Methods = Readonly<Record<string, (...args: unknown[]) => Promise<unknown>>>;

/** Longer than any transaction lasts: the transaction itself has the time-out. In milliseconds. */
const noTimeout = 24 * 60 * 60 * 1000;

/** Creates the Prisma client of a transaction. Most transactions need no Prisma, and beginning one of its own takes it long. */
export function createTransactionClient(
  prisma: () => PrismaClient,
  gate: TransactionGate,
  tx: OpenTransaction,
): TransactionClient {
  const ending = Promise.withResolvers<void>();
  let begun: Promise<Prisma.TransactionClient> | null = null;
  let part: Promise<void> = Promise.resolve();

  function begin(): Promise<Prisma.TransactionClient> {
    begun ??= new Promise((resolve, reject) => {
      gate.open(tx);
      const run = (client: Prisma.TransactionClient) => {
        resolve(client);
        return ending.promise;
      };
      part = prisma().$transaction(run, { maxWait: noTimeout, timeout: noTimeout }).catch(reject);
    });
    return begun;
  }

  /** The methods of the client itself, or of one of its models. */
  const methods = (of: (client: Prisma.TransactionClient) => unknown): Methods =>
    new Proxy({} as Methods, {
      get:
        (_target, method: string) =>
        async (...args: unknown[]) =>
          (of(await begin()) as Methods)[method]?.(...args),
    });
  const own = methods((client) => client);
  const ofModels = new Map<string, Methods>();
  const client = new Proxy({} as Prisma.TransactionClient, {
    get(_target, key: string) {
      if (key.startsWith('$')) return own[key];
      if (!ofModels.has(key))
        ofModels.set(
          key,
          methods((inner) => inner[key as never]),
        );
      return ofModels.get(key);
    },
  });
  return {
    client,
    async end() {
      ending.resolve();
      await part;
    },
  };
}
