import type { Domain } from '../../../domain.ts';
import { sampleDocument } from './samples.documents.ts';
import { updateSampleInput } from './samples.rules.ts';
import { defineSamples } from './samples.schema.ts';

/** «Samples», with a title and notes each. */
export const samples: Domain = {
  schema: defineSamples,
  recordRules: { Sample: updateSampleInput },
  searchDocuments: [sampleDocument],
};
