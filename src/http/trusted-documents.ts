import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from '../config.ts';

/** The documents that an operator trusts. */
export interface TrustedDocuments {
  readonly byId: ReadonlyMap<string, string>;
  readonly texts: ReadonlySet<string>;
  /** Whether no other documents are allowed. */
  readonly isOnly: boolean;
}

/** What GraphQL Code Generator, Relay and others write: texts by their ids. */
const map = z.record(z.string(), z.string());

/** What Apollo's tools write. */
const manifest = z
  .object({
    format: z.literal('apollo-persisted-query-manifest'),
    operations: z.array(z.object({ id: z.string(), body: z.string() })),
  })
  .transform(({ operations }) => Object.fromEntries(operations.map(({ id, body }) => [id, body])));

/**
 * Reads the trusted documents from a file of JSON: texts by their ids, or the manifest of Apollo's tools.
 * @param own the documents of the server's own pages, which are trusted by their texts
 * @param isOnly whether no other documents are allowed
 * @throws ConfigError if it is not such a file
 */
export function readTrustedDocuments(path: string, own: readonly string[], isOnly: boolean): TrustedDocuments {
  const problem = (text: string) => new ConfigError([`TRUSTED_DOCUMENTS ${text}`]);
  const parsed = z.union([manifest, map]).safeParse(parse(path, problem));
  if (!parsed.success)
    throw problem(`${path} must be a JSON object of documents by their ids, or a manifest of Apollo`);
  const byId = new Map(Object.entries(parsed.data).map(([id, text]) => [id.replace(/^sha256:/, ''), text]));
  return { byId, texts: new Set([...byId.values(), ...own]), isOnly };
}

function parse(path: string, problem: (text: string) => ConfigError): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw problem(`${path} cannot be read: ${(error as Error).message}`);
  }
}
