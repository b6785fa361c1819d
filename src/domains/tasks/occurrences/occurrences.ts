import type { Domain } from '../../../domain.ts';
import { keepOccurrences } from './occurrences.service.ts';

/** The tasks of recurrences: finishing one makes the next. */
export const occurrences: Domain = { beforeCommit: [{ model: 'task', beforeCommit: keepOccurrences }] };
