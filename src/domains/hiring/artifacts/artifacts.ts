import type { Domain } from '../../../domain.ts';
import { artifactDocument } from './artifacts.documents.ts';
import { artifactRecord } from './artifacts.rules.ts';
import { defineArtifacts } from './artifacts.schema.ts';

/** Artifacts: documents for job applications, such as a CV, a portfolio or a certificate. */
export const artifacts: Domain = {
  schema: defineArtifacts,
  recordRules: { Artifact: artifactRecord },
  searchDocuments: [artifactDocument],
};
