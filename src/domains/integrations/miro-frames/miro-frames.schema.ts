import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './miro-frames.access.ts';
import { createMiroFrameInput, maxFrames, miroFrameInput } from './miro-frames.rules.ts';
import * as frames from './miro-frames.service.ts';

/** Frames at Miro that are kept up to date. */
export function defineMiroFrames(builder: Builder): void {
  const Content = builder.modelEnum('MiroContent');
  const MiroFrame = builder.prismaNode('MiroFrame', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      board: t.relation('board', { description: 'The board that it is on.' }),
      content: t.expose('content', { type: Content }),
      weekStartsOn: t.expose('weekStartsOn', { type: 'Date', nullable: true }),
      state: t.expose('state', { type: builder.modelEnum('MiroTargetState'), description: 'The state.' }),
      problem: t.exposeString('problem', { nullable: true }),
      pushedAt: t.expose('pushedAt', { type: 'DateTime', nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    }),
  });

  builder.queryFields((t) => ({
    miroFrame: t.byId({ type: MiroFrame, resolve: frames.getMiroFrame }),
    miroFrames: t.prismaField({
      type: ['MiroFrame'],
      description: `Your frames at Miro, the oldest first. At most ${maxFrames}.`,
      resolve: (query, _root, _args, ctx) => frames.listMiroFrames(ctx, query),
    }),
  }));

  builder.recordMutation('createMiroFrame', {
    record: MiroFrame,
    description:
      'Creates a frame on a board at Miro, soon, and keeps it up to date from then on, at every sync. What people move there stays ' +
      'where they have put it.',
    authScopes: { integrations: true },
    rules: createMiroFrameInput,
    input: (t) => ({
      boardId: t.id({ required: true, description: 'The board.' }),
      content: t.field({ type: Content, required: true, description: 'What it shows.' }),
      weekOf: t.field({ type: 'Date', description: 'A day of the week that it shows, for WEEK. Default: today.' }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: frames.createMiroFrame,
  });
  builder.payloadMutation('deleteMiroFrame', {
    description: 'Stops to keep a frame at Miro up to date. The frame itself stays there as it is.',
    authScopes: { integrations: true },
    rules: miroFrameInput,
    errors: [NotFoundError],
    payload: (t: PayloadFields<{ miroFrame: Row<'miroFrame'> }>) => ({
      miroFrame: t.field({
        type: MiroFrame,
        description: 'The frame before it was deleted.',
        resolve: ({ miroFrame }) => miroFrame,
      }),
    }),
    resolve: async (ctx, input) => ({ miroFrame: await frames.deleteMiroFrame(ctx, input) }),
  });
}
