import type { Domain } from '../../../domain.ts';
import { defineSkillMatrix } from './skill-matrix.schema.ts';

/** The skills matrix: where one stands with every skill, ready to draw. */
export const skillMatrix: Domain = {
  schema: defineSkillMatrix,
};
