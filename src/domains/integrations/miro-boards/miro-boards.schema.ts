import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { visibleTo } from './miro-boards.access.ts';
import { maxBoards } from './miro-boards.rules.ts';
import * as boards from './miro-boards.service.ts';

/** Boards at Miro. */
export function defineMiroBoards(builder: Builder): void {
  const MiroBoard = builder.prismaNode('MiroBoard', {
    ...nodeOf(visibleTo),
    fields: (t) => ({
      integration: t.relation('integration', { description: 'The integration that can see it.' }),
      name: t.exposeString('name'),
      viewUrl: t.exposeString('viewUrl', { nullable: true }),
      modifiedAt: t.expose('modifiedAt', { type: 'DateTime', nullable: true }),
      isAccessible: t.exposeBoolean('isAccessible'),
    }),
  });

  builder.queryFields((t) => ({
    miroBoard: t.byId({ type: MiroBoard, resolve: boards.getMiroBoard }),
    miroBoards: t.prismaField({
      type: ['MiroBoard'],
      description: `The boards of your Miro accounts as of the last sync, by name. At most ${maxBoards}.`,
      resolve: (query, _root, _args, ctx) => boards.listMiroBoards(ctx, query),
    }),
  }));
}
