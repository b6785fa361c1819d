import type { Domain } from '../../../domain.ts';
import { assessmentDocument, skillTargetDocument } from './assessments.documents.ts';
import { defineSkillAssessments } from './assessments.schema.ts';

/** Assessments and targets: how good one was found to be at a skill, and how good one wants to be. */
export const assessments: Domain = {
  schema: defineSkillAssessments,
  searchDocuments: [assessmentDocument, skillTargetDocument],
};
