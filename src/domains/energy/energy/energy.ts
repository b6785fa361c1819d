import type { Domain } from '../../../domain.ts';
import { energyDocument } from './energy.documents.ts';
import { updateEnergyEntryInput } from './energy.rules.ts';
import { defineEnergy } from './energy.schema.ts';

/** Energy: ratings of single moments, and what they were about. */
export const energy: Domain = {
  schema: defineEnergy,
  recordRules: { EnergyEntry: updateEnergyEntryInput },
  searchDocuments: [energyDocument],
};
