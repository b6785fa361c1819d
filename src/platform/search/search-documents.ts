import type { Prisma } from '../../generated/sqlite/client.ts';
import { toGlobalId } from '../database/global-ids.ts';
import { type ModelKey, modelNameOf, type OwnedKey, type Row } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import type { Calendar } from '../time/calendar.ts';
import { tokenizerVersion, toTokenText } from './tokenizer.ts';

/*
 * Search documents: the text and time of a record, in one form for all types. Search and the timeline read them. A feature
 * specifies the documents of its records; the transaction that writes a record replaces its document.
 */

/** The search documents of a model. */
export interface SearchDocumentSpec<K extends OwnedKey> {
  readonly model: K;
  /** The description of the type in the API, such as `Tasks.` */
  readonly description: string;
  /** The title of a record. Default, also for an empty title: the first line of the text. */
  title?(row: Row<K>): string;
  /** The further texts of a record. */
  text(row: Row<K>): readonly string[];
  /** The time of a record in the timeline. Null if it is not part of the timeline. */
  at(row: Row<K>, calendar: Calendar): Date | null;
}

/** A specification whose model is not known. */
export type AnySearchDocumentSpec = SearchDocumentSpec<OwnedKey>;

/** The specifications by model. */
export type SearchDocumentSpecs = ReadonlyMap<ModelKey, AnySearchDocumentSpec>;

/** Collects the specifications of all features. */
export function collectSearchDocuments(
  ...specs: { [K in OwnedKey]: SearchDocumentSpec<K> }[OwnedKey][]
): SearchDocumentSpecs {
  return new Map(specs.map((spec) => [spec.model, spec as AnySearchDocumentSpec]));
}

type Values = Record<string, unknown>;
type NewDocument = Prisma.SearchDocumentCreateManyInput;
/** A document without its tokens, which are computed only when it is written. */
export type SearchEntry = Pick<NewDocument, 'ownerId' | 'type' | 'rowId' | 'title' | 'text' | 'at' | 'isTrashed'>;

/** The first line of a text that is not blank, at most 300 characters. */
const firstLine = (text: string) => /\S[^\n\r]{0,299}/u.exec(text)?.[0].trim() ?? '';

/** The document of a record. */
export function toSearchEntry(spec: AnySearchDocumentSpec, values: Values, calendar: Calendar): SearchEntry {
  const row = values as Row<OwnedKey> & { id: string; trashedAt?: Date | null };
  const text = spec.text(row).filter(Boolean).join('\n\n');
  return {
    ownerId: row.ownerId,
    type: modelNameOf(spec.model),
    rowId: toGlobalId(modelNameOf(spec.model), row.id),
    title: spec.title?.(row) || firstLine(text),
    text,
    at: spec.at(row, calendar),
    isTrashed: Boolean(row.trashedAt),
  };
}

/** The record that a document is about. The document has its global id. */
export const nodeOfDocument = ({ type, rowId }: Pick<Row<'searchDocument'>, 'type' | 'rowId'>): NodeRef => ({
  type,
  id: rowId.slice(`${type}:`.length),
});

/** A token that all documents of an owner have, and no others. With it, the index itself separates owners. */
export const ownerToken = (ownerId: string) => `o${ownerId.replaceAll('-', '')}`;

/** A document with its tokens. */
export const toDocument = (entry: SearchEntry): NewDocument => ({
  ...entry,
  ...tokensOfDocument(entry),
});

/** The tokens of a document, and the version of the tokenizer that made them. */
export const tokensOfDocument = ({ ownerId, title, text }: Pick<SearchEntry, 'ownerId' | 'title' | 'text'>) => ({
  titleTokens: toTokenText(title),
  textTokens: `${ownerToken(ownerId)} ${toTokenText(text)}`,
  tokenizer: tokenizerVersion,
});
