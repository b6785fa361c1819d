import type { Prisma } from '../../generated/sqlite/client.ts';
import { toGlobalId } from '../database/global-ids.ts';
import { type ModelKey, modelNameOf, type OwnedKey, type Row } from '../database/models.ts';
import type { NodeRef } from '../database/node-refs.ts';
import type { Calendar } from '../time/calendar.ts';
import { toTokenText } from './tokenizer.ts';

/**
 * Documents: what a row says and when it happened, in one form for rows of all types. They are what search and the
 * timeline read. A domain says what its rows' documents are; the transaction that changes a row replaces its document.
 */

/** What the documents of a model's rows are. */
export interface SearchDocumentSpec<K extends OwnedKey> {
  readonly model: K;
  /** What such rows are called, for the API: `Tasks.` */
  readonly description: string;
  /** What a row is called. Where it has no name, or an empty one, the first line of what it says is taken. */
  title?(row: Row<K>): string;
  /** The rest of what it says. */
  text(row: Row<K>): readonly string[];
  /** Where it stands in the timeline; null when it does not. */
  at(row: Row<K>, calendar: Calendar): Date | null;
}

/** A specification where the type of its rows does not matter. */
export type AnySearchDocumentSpec = SearchDocumentSpec<OwnedKey>;

/** The specifications of all models that have documents, by model. */
export type SearchDocumentSpecs = ReadonlyMap<ModelKey, AnySearchDocumentSpec>;

/** Puts the domains' specifications together, where the types of their rows no longer matter. */
export function collectSearchDocuments(
  ...specs: { [K in OwnedKey]: SearchDocumentSpec<K> }[OwnedKey][]
): SearchDocumentSpecs {
  return new Map(specs.map((spec) => [spec.model, spec as AnySearchDocumentSpec]));
}

type Values = Record<string, unknown>;
export type NewDocument = Prisma.SearchDocumentCreateManyInput;
/** A document without its tokens, which are only made for those that are written. */
export type SearchEntry = Pick<NewDocument, 'ownerId' | 'type' | 'rowId' | 'title' | 'text' | 'at' | 'isTrashed'>;

/** The first line of a text that has anything on it, as far as a title goes: 300 characters. */
const firstLine = (text: string) => /\S[^\n\r]{0,299}/u.exec(text)?.[0].trim() ?? '';

/** What a row's document says. */
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

/** What only an owner's documents have among their tokens, so that the index itself keeps owners apart. */
export const ownerToken = (ownerId: string) => `o${ownerId.replaceAll('-', '')}`;

/** The document, with its tokens. */
export const toDocument = (entry: SearchEntry): NewDocument => ({
  ...entry,
  titleTokens: toTokenText(entry.title),
  textTokens: `${ownerToken(entry.ownerId)} ${toTokenText(entry.text)}`,
});
