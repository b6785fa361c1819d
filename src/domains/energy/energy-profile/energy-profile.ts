import type { Domain } from '../../../domain.ts';
import { defineEnergyProfile } from './energy-profile.schema.ts';

/** The energy profile: energy by day of the week and hour of the clock. */
export const energyProfile: Domain = {
  schema: defineEnergyProfile,
};
