import type { Domain } from '../../../domain.ts';
import { energyDocument } from './energy.documents.ts';
import { defineEnergy } from './energy.schema.ts';

/** Energy: how much of it there was at one moment, and how that goes over time. */
export const energy: Domain = {
  schema: defineEnergy,
  searchDocuments: [energyDocument],
};
