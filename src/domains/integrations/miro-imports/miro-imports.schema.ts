import type { PayloadFields } from '../../../graphql/mutations/payload-mutation.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { Row } from '../../../platform/database/models.ts';
import { ConflictError, NotFoundError } from '../../../platform/errors.ts';
import { visibleTo } from './miro-imports.access.ts';
import { createMiroImportInput, maxImports, miroImportInput } from './miro-imports.rules.ts';
import * as imports from './miro-imports.service.ts';

/** Imports of sticky notes from Miro. */
export function defineMiroImports(builder: Builder): void {
  const Target = builder.modelEnum('MiroImportTarget');
  const Color = builder.modelEnum('MiroStickyColor');
  const MiroImport = builder.prismaNode('MiroImport', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      board: t.relation('board', { description: 'The board that is read.' }),
      target: t.expose('target', { type: Target }),
      tag: t.exposeString('tag', { nullable: true }),
      color: t.expose('color', { type: Color, nullable: true }),
      frameTitle: t.exposeString('frameTitle', { nullable: true }),
      state: t.expose('state', { type: builder.modelEnum('MiroTargetState'), description: 'The state.' }),
      problem: t.exposeString('problem', { nullable: true }),
      readAt: t.expose('readAt', { type: 'DateTime', nullable: true }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was created.' }),
    }),
  });

  builder.queryFields((t) => ({
    miroImport: t.byId({ type: MiroImport, resolve: imports.getMiroImport }),
    miroImports: t.prismaField({
      type: ['MiroImport'],
      description: `Your imports of sticky notes from Miro, the oldest first. At most ${maxImports}.`,
      resolve: (query, _root, _args, ctx) => imports.listMiroImports(ctx, query),
    }),
  }));

  builder.recordMutation('createMiroImport', {
    record: MiroImport,
    description:
      'Makes tasks or learnings of the sticky notes of a board that have a tag or a color, soon and from then on. Each becomes one, ' +
      'once. When its text changes, so does what you have not changed here; when it is deleted, yours stays.',
    authScopes: { integrations: true },
    rules: createMiroImportInput,
    input: (t) => ({
      boardId: t.id({ required: true, description: 'The board.' }),
      target: t.field({ type: Target, required: true, description: 'What they become.' }),
      tag: t.string({ description: 'The title of the tag that they have. Default: any, if there is a color.' }),
      color: t.field({ type: Color, description: 'Their color. Default: any, if there is a tag.' }),
      frameTitle: t.string({ description: 'The title of the frame that they are in. Default: all of the board.' }),
    }),
    errors: [ConflictError, NotFoundError],
    isRecorded: false,
    resolve: imports.createMiroImport,
  });
  builder.payloadMutation('deleteMiroImport', {
    description: 'Stops to read sticky notes. The tasks and learnings stay.',
    authScopes: { integrations: true },
    rules: miroImportInput,
    errors: [NotFoundError],
    payload: (t: PayloadFields<{ miroImport: Row<'miroImport'> }>) => ({
      miroImport: t.field({
        type: MiroImport,
        description: 'The import before it was deleted.',
        resolve: ({ miroImport }) => miroImport,
      }),
    }),
    resolve: async (ctx, input) => ({ miroImport: await imports.deleteMiroImport(ctx, input) }),
  });
}
