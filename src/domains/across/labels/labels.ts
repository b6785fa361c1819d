import type { Domain } from '../../../domain.ts';
import { updateLabelInput } from './labels.rules.ts';
import { defineLabels } from './labels.schema.ts';

/** Labels: names with a color that group tasks, goals and other records. */
export const labels: Domain = {
  schema: defineLabels,
  recordRules: { Label: updateLabelInput },
};
