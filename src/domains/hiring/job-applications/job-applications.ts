import type { Domain } from '../../../domain.ts';
import { jobApplicationDocument } from './job-applications.documents.ts';
import { createJobApplicationInput, stageChangeRecord } from './job-applications.rules.ts';
import { defineJobApplications } from './job-applications.schema.ts';

/** Job applications, with their stage and its history. */
export const jobApplications: Domain = {
  schema: defineJobApplications,
  recordRules: { JobApplication: createJobApplicationInput, StageChange: stageChangeRecord },
  searchDocuments: [jobApplicationDocument],
};
