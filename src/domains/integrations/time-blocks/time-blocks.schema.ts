import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './time-blocks.access.ts';
import { blockTimeInput, listLimits, timeBlockInput, updateTimeBlockInput } from './time-blocks.rules.ts';
import * as blocks from './time-blocks.service.ts';

/** Time blocks: time that is kept free, as events of one's own in Outlook. */
export function defineTimeBlocks(builder: Builder): void {
  const ShowAs = builder.modelEnum('TimeBlockShowAs');
  const TimeBlock = builder.prismaNode('TimeBlock', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      integration: t.relation('integration', { description: 'The Outlook whose calendar has it.' }),
      title: t.exposeString('title'),
      startsAt: t.expose('startsAt', { type: 'DateTime' }),
      endsAt: t.expose('endsAt', { type: 'DateTime' }),
      showAs: t.expose('showAs', { type: ShowAs }),
      task: t.relation('task', {
        nullable: true,
        description: 'The task that the time is for. Null if there is none. May be in the trash.',
      }),
      plannedOn: t.expose('plannedOn', { type: 'Date', nullable: true }),
      isPending: t.exposeBoolean('isPending'),
      problem: t.exposeString('problem', { nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    }),
  });

  builder.queryFields((t) => ({
    timeBlock: t.byId({ type: TimeBlock, resolve: blocks.getTimeBlock }),
    timeBlocks: t.prismaField({
      type: ['TimeBlock'],
      description: `Your time blocks that are in a range of days, at least in part, by start. At most ${listLimits.blocks}.`,
      args: {
        from: t.arg({ type: 'Date', description: 'The first day. Default: today.' }),
        to: t.arg({
          type: 'Date',
          description: `The last day, within ${listLimits.days} days of \`from\`. Default: six days after today.`,
        }),
      },
      resolve: (query, _root, args, ctx) => blocks.listTimeBlocks(ctx, args, query),
    }),
  }));

  builder.recordMutation('blockTime', {
    record: TimeBlock,
    description:
      'Keeps time free: creates an event of your own in your main Outlook calendar, within seconds. It takes a sign-in with the ' +
      'permission WRITE_CALENDAR.',
    authScopes: { integrations: true },
    rules: blockTimeInput,
    input: (t) => ({
      title: t.string({ required: true, description: 'The subject.' }),
      startsAt: t.field({ type: 'DateTime', required: true, description: 'The start.' }),
      endsAt: t.field({
        type: 'DateTime',
        required: true,
        description: 'The end: after the start, within 24 hours of it.',
      }),
      showAs: t.field({ type: ShowAs, description: 'How others see the time. Default: BUSY.' }),
      taskId: t.id({ description: 'The id of the task that the time is for.' }),
      integrationId: t.id({
        description:
          'The id of the Outlook. Default: the one that you connected first, of those that may be written to.',
      }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: blocks.blockTime,
  });
  builder.recordMutation('updateTimeBlock', {
    record: TimeBlock,
    description: 'Moves or renames a time block. Its event in Outlook follows within seconds.',
    authScopes: { integrations: true },
    rules: updateTimeBlockInput,
    input: (t) => ({
      title: t.string({ description: 'The subject.' }),
      startsAt: t.field({ type: 'DateTime', description: 'The start.' }),
      endsAt: t.field({ type: 'DateTime', description: 'The end: after the start, within 24 hours of it.' }),
      showAs: t.field({ type: ShowAs, description: 'How others see the time.' }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: blocks.updateTimeBlock,
  });
  builder.payloadMutation('deleteTimeBlock', {
    description: 'Deletes a time block, and its event in Outlook within seconds.',
    authScopes: { integrations: true },
    rules: timeBlockInput,
    errors: [ConflictError, NotFoundError],
    payload: (t: PayloadFields<{ timeBlock: Row<'timeBlock'> }>) => ({
      timeBlock: t.field({
        type: TimeBlock,
        description: 'The block before it was deleted.',
        resolve: ({ timeBlock }) => timeBlock,
      }),
    }),
    resolve: async (ctx, input) => ({ timeBlock: await blocks.deleteTimeBlock(ctx, input) }),
  });
}
