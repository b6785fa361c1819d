import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { todoFields } from '../../../integrations/graph/todo-fields.ts';
import { syncConflictList } from './sync-conflicts.access.ts';
import {
  type ConflictingField,
  fieldsOf,
  keptDays,
  resolveSyncConflictInput,
  type sides,
  valueText,
} from './sync-conflicts.rules.ts';
import * as conflicts from './sync-conflicts.service.ts';

const fieldDescriptions: Record<(typeof todoFields)[number], string> = {
  TITLE: 'The title.',
  DESCRIPTION: 'The description. At To Do, the note.',
  STATUS: 'The status.',
  PRIORITY: 'The priority. At To Do, the importance.',
  DUE_ON: 'The due date.',
};
const sideDescriptions: Record<(typeof sides)[number], string> = {
  KEEP_OURS: 'What is here. It is sent to the other service.',
  KEEP_THEIRS: 'What is at the other service. The task here gets it.',
};

const valuesOf = <V extends string>(texts: Record<V, string>) =>
  Object.fromEntries(Object.entries(texts).map(([name, description]) => [name, { description }])) as {
    [K in V]: { description: string };
  };

/** Conflicts: tasks that were changed on both sides since these were equal. */
export function defineSyncConflicts(builder: Builder): void {
  const Field = builder.enumType('SyncField', {
    description: 'A field of a task that is synced.',
    values: valuesOf(fieldDescriptions),
  });
  const Side = builder.enumType('SyncSide', {
    description: 'What to keep of a conflict.',
    values: valuesOf(sideDescriptions),
  });
  const FieldConflict = builder.objectRef<ConflictingField>('SyncConflictField').implement({
    description: 'A field that differs, with its values as they are here: dates and enum values are texts.',
    fields: (t) => ({
      field: t.field({ type: Field, description: 'The field.', resolve: ({ field }) => field }),
      base: t.string({
        nullable: true,
        description: 'What it was when both sides were equal. Null if it had no value, or if they never were.',
        resolve: ({ field, base }) => valueText(field, base),
      }),
      ours: t.string({
        nullable: true,
        description: 'What it is here. Null if it has no value.',
        resolve: ({ field, ours }) => valueText(field, ours),
      }),
      theirs: t.string({
        nullable: true,
        description: 'What it is at the other service. Null if it has no value.',
        resolve: ({ field, theirs }) => valueText(field, theirs),
      }),
    }),
  });
  const Kind = builder.modelEnum('SyncConflictKind');
  const Resolution = builder.modelEnum('SyncConflictResolution');
  const SyncConflict = builder.prismaNode('SyncConflict', {
    ...nodeOf(syncConflictList.visibleTo),
    fields: (t) => ({
      kind: t.expose('kind', { type: Kind }),
      task: t.relation('task', { description: 'The task. It may be in the trash.' }),
      integration: t.relation('integration', { description: 'The integration that the task is synced with.' }),
      fields: t.field({
        type: [FieldConflict],
        description:
          'The fields that differ. Of a task that one side has deleted, those that the other one has changed.',
        resolve: fieldsOf,
      }),
      detectedAt: t.expose('detectedAt', { type: 'DateTime' }),
      resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
      resolution: t.expose('resolution', { type: Resolution, nullable: true }),
    }),
  });

  builder.queryFields((t) => ({
    syncConflict: t.byId({ type: SyncConflict, resolve: conflicts.getSyncConflict }),
    syncConflicts: t.connectionOf(syncConflictList, {
      description: `Your conflicts. Those that have ended are kept for ${keptDays} days.`,
      resolve: conflicts.listSyncConflicts,
    }),
  }));

  const Choice = builder.inputType('SyncFieldChoice', {
    description: 'What to keep of one field.',
    fields: (t) => ({
      field: t.field({ type: Field, required: true, description: 'The field.' }),
      keep: t.field({ type: Side, required: true, description: 'What to keep of it.' }),
    }),
  });
  builder.recordMutation('resolveSyncConflict', {
    record: SyncConflict,
    description:
      'Ends a conflict. Your task changes at once, which can be undone; what changes at the other service is sent there soon.',
    authScopes: { integrations: true },
    rules: resolveSyncConflictInput,
    input: (t) => ({
      keep: t.field({ type: Side, required: true, description: 'What to keep.' }),
      fields: t.field({ type: [Choice], description: 'The fields to keep something else of. Default: none.' }),
    }),
    changeSetNote: 'Null if your task stays as it is.',
    resolve: conflicts.resolveSyncConflict,
  });
}
