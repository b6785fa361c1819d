import type { Domain } from '../../../domain.ts';
import { energyScaleDocument } from './scales.documents.ts';
import { energyScaleRecord, energyScaleValueInput } from './scales.rules.ts';
import { defineEnergyScales } from './scales.schema.ts';

/** Scales of one's own for energy entries. */
export const energyScales: Domain = {
  schema: defineEnergyScales,
  recordRules: { EnergyScale: energyScaleRecord, EnergyScaleValue: energyScaleValueInput },
  searchDocuments: [energyScaleDocument],
};
