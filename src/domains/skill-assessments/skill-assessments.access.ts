import type { Viewer } from '../../platform/context.ts';
import type { ListSpec } from '../../platform/lists.ts';
import { assessmentFilter, assessmentOrder, targetFilter, targetOrder } from './skill-assessments.rules.ts';

/** A viewer sees the assessments and targets they own. */
export function visibleTo(viewer: Viewer) {
  return { ownerId: viewer.accountId };
}

/** How assessments are listed: the latest first, unless asked otherwise. */
export const assessmentList: ListSpec<'assessment'> = {
  model: 'assessment',
  visibleTo,
  filter: assessmentFilter,
  order: assessmentOrder,
  usual: [
    { field: 'ASSESSED_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};

/** How targets are listed: the latest first, unless asked otherwise. */
export const targetList: ListSpec<'skillTarget'> = {
  model: 'skillTarget',
  visibleTo,
  filter: targetFilter,
  order: targetOrder,
  usual: [
    { field: 'SET_ON', direction: 'DESC' },
    { field: 'CREATED_AT', direction: 'DESC' },
  ],
};
