import type { Domain } from '../../../domain.ts';
import { defineReviewPacket } from './review-packet.schema.ts';

/** The packet for a review of oneself: up to two years across all areas, each line with its record. */
export const reviewPacket: Domain = {
  schema: defineReviewPacket,
};
