import type { Domain } from '../../../domain.ts';
import { defineSkillMatrix } from './skill-matrix.schema.ts';

/** The skills matrix: for every skill, the assessed levels, the target and the gap. */
export const skillMatrix: Domain = {
  schema: defineSkillMatrix,
};
