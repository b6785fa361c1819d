import type { Domain } from '../../../domain.ts';
import { jobApplicationDocument } from './job-applications.documents.ts';
import { defineJobApplications } from './job-applications.schema.ts';

/** Job applications: what one applied for, and how far that got. */
export const jobApplications: Domain = {
  schema: defineJobApplications,
  searchDocuments: [jobApplicationDocument],
};
