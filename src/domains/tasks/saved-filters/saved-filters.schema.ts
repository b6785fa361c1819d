import { inputIssueType } from '../../../graphql/errors.ts';
import { readSavedFilter } from '../../../graphql/fields/saved-filter.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder, InputFields } from '../../../graphql/types.ts';
import { taskList } from '../tasks/tasks.access.ts';
import { savedFilterList } from './saved-filters.access.ts';
import { createSavedFilterInput, updateSavedFilterInput } from './saved-filters.rules.ts';
import * as savedFilters from './saved-filters.service.ts';

/** Saved filters: a filter and an order of tasks under a name. */
export function defineSavedFilters(builder: Builder): void {
  const SavedFilter = builder.prismaNode('SavedFilter', {
    ...nodeOf(savedFilterList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      name: t.exposeString('name'),
      filter: t.expose('filter', { type: 'JSON' }),
      orderBy: t.expose('orderBy', { type: 'JSON' }),
      problems: t.field({
        type: [inputIssueType(builder)],
        description:
          'Why it cannot be used: what this version of the server does not understand of it, with the path in `filter` or ' +
          '`orderBy`. Lists that name it return these as an error. Empty if it can be used.',
        columns: ['filter', 'orderBy'],
        resolve: (saved, _args, ctx, { schema }) => readSavedFilter(schema, taskList, saved, ctx.calendar).issues,
      }),
    }),
  });

  builder.queryFields((t) => ({
    savedFilter: t.byId({ type: SavedFilter, resolve: savedFilters.getSavedFilter }),
    savedFilters: t.connectionOf(savedFilterList, {
      description: 'Your saved filters of tasks.',
      resolve: savedFilters.listSavedFilters,
    }),
  }));

  const inputs = builder.listInputs();
  const details = (t: InputFields) => ({
    filter: t.field({
      type: inputs.filter(taskList.filter),
      description: 'Only tasks that match. `TODAY` and durations are kept, and mean another day tomorrow.',
    }),
    orderBy: t.field({ type: [inputs.order(taskList.order)], description: 'The sort order, most significant first.' }),
  });
  builder.recordMutation('createSavedFilter', {
    record: SavedFilter,
    description: 'Saves a filter and an order of tasks, for `savedFilter` of any list of tasks.',
    rules: createSavedFilterInput,
    input: (t) => ({ name: t.string({ required: true, description: 'The name.' }), ...details(t) }),
    resolve: savedFilters.createSavedFilter,
  });
  builder.recordMutation('updateSavedFilter', {
    record: SavedFilter,
    description: 'Changes a saved filter. A given filter or order replaces the one before.',
    rules: updateSavedFilterInput,
    input: (t) => ({ name: t.string({ description: 'The name.' }), ...details(t) }),
    resolve: savedFilters.updateSavedFilter,
  });
}
