import type { Domain } from '../../../domain.ts';
import { sampleDocument } from './samples.documents.ts';
import { defineSamples } from './samples.schema.ts';

/** «Samples», with a title and notes each. */
export const samples: Domain = {
  schema: defineSamples,
  searchDocuments: [sampleDocument],
};
