import type { Builder } from './graphql/types.ts';
import type { ViewerContext } from './platform/context.ts';
import type { OwnedKey } from './platform/database/models.ts';
import { idempotencyRetention, jobRetention } from './platform/jobs/housekeeping.ts';
import type { JobKind, Jobs, RecurringJob } from './platform/jobs/jobs.ts';
import { retentionJob } from './platform/jobs/retention.ts';
import type { AfterUndoHook } from './platform/records/after-undo.ts';
import type { NodeReference } from './platform/records/node-references.ts';
import type { TrashHandlersByModel } from './platform/records/trash-handlers.ts';
import { forgetWords } from './platform/search/forget-words.ts';
import { searchJobs } from './platform/search/retokenize.ts';
import {
  collectSearchDocuments,
  type SearchDocumentSpec,
  type SearchDocumentSpecs,
} from './platform/search/search-documents.ts';
import type { AfterImportHook, BeforeCommitHook } from './platform/transactions/transaction.ts';
import type { RecordRules } from './platform/validation/record-rules.ts';

/** What a feature adds to the application. It declares all of it once; src/domains.ts lists the features. */
export interface Domain {
  /** Adds the feature's types, queries and mutations to the schema, if it has any. */
  readonly schema?: (builder: Builder) => void;
  /**
   * The rules that its records meet, by model: those of the mutations that write them, on the columns of the same names. An import
   * is checked by them.
   */
  readonly recordRules?: RecordRules;
  /** How its records are found by search and in the timeline. */
  readonly searchDocuments?: readonly { [K in OwnedKey]: SearchDocumentSpec<K> }[OwnedKey][];
  /** How its records are trashed and restored, if that involves more than the record alone. */
  readonly trash?: TrashHandlersByModel<ViewerContext>;
  /** What to do after an undo has changed its records. */
  readonly afterUndo?: readonly AfterUndoHook<ViewerContext>[];
  /** What to do at the end of a transaction that has written its records, whichever way. */
  readonly beforeCommit?: readonly BeforeCommitHook<ViewerContext>[];
  /** Makes what exports of earlier versions lack. */
  readonly afterImport?: readonly AfterImportHook<ViewerContext>[];
  /** The models whose records name nodes of any type. */
  readonly nodeReferences?: readonly NodeReference[];
  /** The jobs that it runs, by kind. */
  readonly jobs?: Readonly<Record<string, JobKind>>;
  /** The jobs that it runs regularly, such as deleting expired records. */
  readonly recurring?: readonly RecurringJob[];
  /** Enqueues what follows from committed changes. */
  readonly afterChanges?: Jobs['followUp'];
}

/** The rules of the records of some features. */
export const recordRulesOf = (domains: readonly Domain[]): RecordRules =>
  Object.assign({}, ...domains.map(({ recordRules }) => recordRules));

/** The columns of some features that name a node of any type. */
export const nodeReferencesOf = (domains: readonly Domain[]): readonly NodeReference[] =>
  domains.flatMap(({ nodeReferences = [] }) => nodeReferences);

/** What an import of records of some features is checked by. */
export const importRulesOf = (domains: readonly Domain[]) => ({
  records: recordRulesOf(domains),
  nodeReferences: nodeReferencesOf(domains),
});

/** The search documents of the records of some features. */
export const searchDocumentsOf = (domains: readonly Domain[]): SearchDocumentSpecs =>
  collectSearchDocuments(...domains.flatMap(({ searchDocuments = [] }) => searchDocuments));

const hour = 60 * 60 * 1000;

/** The jobs of some features, and the platform's own housekeeping. */
export function jobsOf(domains: readonly Domain[]): Jobs {
  return {
    kinds: Object.assign({}, searchJobs, ...domains.map(({ jobs }) => jobs)),
    recurring: [
      ...domains.flatMap(({ recurring = [] }) => recurring),
      forgetWords,
      retentionJob('deleteExpiredIdempotencyKeys', 6 * hour, idempotencyRetention),
      retentionJob('deleteExpiredJobs', 24 * hour, jobRetention),
    ],
    async followUp(ctx, owners) {
      for (const { afterChanges } of domains) await afterChanges?.(ctx, owners);
    },
  };
}
