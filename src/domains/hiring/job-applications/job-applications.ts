import type { Domain } from '../../../domain.ts';
import { jobApplicationDocument } from './job-applications.documents.ts';
import { jobApplicationRecord, stageChangeRecord } from './job-applications.rules.ts';
import { defineJobApplications } from './job-applications.schema.ts';
import { summarizeHistories } from './job-applications.service.ts';

/** Job applications, with their stage and its history. */
export const jobApplications: Domain = {
  schema: defineJobApplications,
  recordRules: { JobApplication: jobApplicationRecord, StageChange: stageChangeRecord },
  searchDocuments: [jobApplicationDocument],
  afterImport: [{ model: null, complete: summarizeHistories }],
};
