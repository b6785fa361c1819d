import type { Domain } from '../../../domain.ts';
import { defineTimeBlocks } from './time-blocks.schema.ts';

/** Time blocks: time that is kept free, as events of one's own in Outlook. */
export const timeBlocks: Domain = { schema: defineTimeBlocks };
