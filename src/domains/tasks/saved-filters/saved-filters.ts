import type { Domain } from '../../../domain.ts';
import { savedFilterDocument } from './saved-filters.documents.ts';
import { savedFilterRecord } from './saved-filters.rules.ts';
import { defineSavedFilters } from './saved-filters.schema.ts';
import { requireFreeNames, restoreSavedFilter } from './saved-filters.service.ts';

/** Saved filters: a filter and an order of tasks under a name, for any list of tasks. */
export const savedFilters: Domain = {
  schema: defineSavedFilters,
  recordRules: { SavedFilter: savedFilterRecord },
  searchDocuments: [savedFilterDocument],
  trash: { savedFilter: { restore: restoreSavedFilter } },
  afterUndo: [{ models: ['savedFilter'], afterUndo: requireFreeNames }],
};
