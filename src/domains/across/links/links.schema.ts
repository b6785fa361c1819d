import { connectionTypeOf, listArguments } from '../../../graphql/fields/connections.ts';
import { noteSelection, selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { typeEnum } from '../../../graphql/node-types.ts';
import { nodeOf } from '../../../graphql/nodes.ts';
import type { Builder } from '../../../graphql/types.ts';
import { fromGlobalId } from '../../../platform/database/global-ids.ts';
import type { Row } from '../../../platform/database/models.ts';
import { linkList } from './links.access.ts';
import { createLinkInput, type LinkDirection as Direction, linkableTypes, updateLinkInput } from './links.rules.ts';
import * as links from './links.service.ts';

/** Links: how two nodes of any types are related. */
export function defineLinks(builder: Builder): void {
  const LinkKind = builder.modelEnum('LinkKind');
  const LinkDirection = builder.enumType('LinkDirection', {
    description: 'The direction of the links of a node.',
    values: {
      FROM: { description: 'Links that start at the node.' },
      TO: { description: 'Links that end at the node.' },
      BOTH: { description: 'All links of the node.' },
    } satisfies Record<Direction, { description: string }>,
  });
  typeEnum(builder, 'LinkableType', 'A type whose nodes can be linked.', linkableTypes);

  const gone = 'It may be in the trash: `trashedAt` tells. Null if it has been deleted.';
  const Link = builder.prismaNode('Link', {
    ...nodeOf(linkList.visibleTo),
    interfaces: ['Owned', 'Trashable'],
    fields: (t) => ({
      kind: t.expose('kind', { type: LinkKind, description: 'How the node at the start is related to the other.' }),
      notes: t.exposeString('notes'),
      from: t.nodeOf({
        description: `The node at the start. ${gone}`,
        resolve: ({ fromId }: Row<'link'>) => fromGlobalId(fromId),
      }),
      to: t.nodeOf({
        description: `The node at the end. ${gone}`,
        resolve: ({ toId }: Row<'link'>) => fromGlobalId(toId),
      }),
    }),
  });

  for (const type of linkableTypes) {
    builder.objectField(builder.modelRef(type as 'Task'), 'links', (t) =>
      t.loadable({
        type: connectionTypeOf(builder, builder.modelRef('Link')),
        byPath: true,
        description: 'The links of the node to others, and of others to it.',
        columns: ['id'],
        args: {
          direction: t.arg({ type: LinkDirection, defaultValue: 'BOTH', description: 'The direction of the links.' }),
          kinds: t.arg({ type: [LinkKind], description: 'Only links of these kinds. Default: all.' }),
          ...t.arg.connectionArgs(),
          ...listArguments(builder, linkList),
        },
        // Pothos cannot see that a page of ours is a connection of its own.
        load: (ids: string[], ctx, args, info) => {
          const nodes = ids.map((id) => ({ type, id }));
          return links.listLinksOfEach(ctx, nodes, args, selectionOfNodes(ctx, info)) as Promise<never[]>;
        },
        resolve: ({ id }, _args, ctx, info) => {
          noteSelection(ctx, info);
          return id;
        },
      }),
    );
  }

  builder.queryFields((t) => ({
    link: t.byId({ type: Link, resolve: links.getLink }),
    links: t.connectionOf(linkList, { description: 'Your links.', resolve: links.listLinks }),
  }));

  builder.recordMutation('createLink', {
    record: Link,
    description:
      'Links two different active nodes. The same link in the trash is restored, with the new notes if given.',
    rules: createLinkInput,
    input: (t) => ({
      kind: t.field({
        type: LinkKind,
        required: true,
        description: 'How the node at the start is related to the other.',
      }),
      fromId: t.id({ required: true, description: 'The id of the node at the start.' }),
      toId: t.id({ required: true, description: 'The id of the node at the end.' }),
      notes: t.string({ description: 'Why the nodes are linked.' }),
    }),
    resolve: links.createLink,
  });
  builder.recordMutation('updateLink', {
    record: Link,
    description: 'Changes the notes of a link.',
    rules: updateLinkInput,
    input: (t) => ({ notes: t.string({ description: 'Why the nodes are linked.' }) }),
    resolve: links.updateLink,
  });
}
