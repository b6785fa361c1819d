import type { Domain } from '../../../domain.ts';
import { defineApplicationFunnel } from './application-funnel.schema.ts';

/** The funnel of job applications: how many reached each stage, and how long they stayed there. */
export const applicationFunnel: Domain = {
  schema: defineApplicationFunnel,
};
