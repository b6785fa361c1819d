import type { Domain } from '../../../domain.ts';
import { assessmentDocument, skillTargetDocument } from './assessments.documents.ts';
import { createAssessmentInput, createSkillTargetInput } from './assessments.rules.ts';
import { defineSkillAssessments } from './assessments.schema.ts';

/** Assessments of skills, and target levels. */
export const assessments: Domain = {
  schema: defineSkillAssessments,
  recordRules: { Assessment: createAssessmentInput, SkillTarget: createSkillTargetInput },
  searchDocuments: [assessmentDocument, skillTargetDocument],
};
