import type { ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import { listArguments } from '../../../graphql/fields/connections.ts';
import { noteSelection, selectionOfNodes } from '../../../graphql/fields/selections.ts';
import { loadNodes, nodeKey, nodeOf } from '../../../graphql/nodes.ts';
import type { Shared } from '../../../graphql/shared.ts';
import type { Builder } from '../../../graphql/types.ts';
import type { ViewerContext } from '../../../platform/context.ts';
import { toGlobalId } from '../../../platform/database/global-ids.ts';
import { linkList, visibleTo } from './links.access.ts';
import { type Direction, type LinkKind as Kind, linkableTypes } from './links.rules.ts';
import * as links from './links.service.ts';

type Types = Builder['$inferSchemaTypes'];
type LoadArguments = [ctx: ViewerContext, args: object, info: GraphQLResolveInfo];

/** Links: what a row of any type has to do with one of any other. To be defined once all other types are. */
export function defineLinks(builder: Builder, shared: Shared): void {
  const types = linkableTypes.filter((type) => builder.configStore.hasImplementation(type));
  const LinkKind = builder.enumType('LinkKind', {
    description: 'What the row that a link starts at is to the row that it leads to.',
    values: {
      EVIDENCE: { description: 'It shows that the other is so.' },
      SUPPORTS: { description: 'It helps with the other.' },
      CAME_FROM: { description: 'It came of the other.' },
      ABOUT: { description: 'It is about the other.' },
    } satisfies Record<Kind, { description: string }>,
  });
  const LinkDirection = builder.enumType('LinkDirection', {
    description: 'Which of the links of a row.',
    values: {
      FROM: { description: 'Those that start at it.' },
      TO: { description: 'Those that lead to it.' },
      BOTH: { description: 'All of them.' },
    } satisfies Record<Direction, { description: string }>,
  });
  builder.enumType('LinkableType', {
    description: 'A type whose rows can be linked.',
    values: Object.fromEntries(
      types.map((type) => [
        type.replaceAll(/(?<!^)[A-Z]/g, (letter) => `_${letter}`).toUpperCase(),
        { value: type, description: `${type} rows.` },
      ]),
    ),
  });

  /** The row at one end of a link; those of a whole page take one statement for each type. */
  const end = {
    type: builder.nodeInterfaceRef(),
    nullable: true,
    byPath: true,
    load: (ids: string[], ...[ctx, , info]: LoadArguments) => loadNodes(ctx, ids, info),
  } as const;
  const gone = 'in the trash or not, as its `trashedAt` says; null when it is gone for good.';
  const Link = builder.prismaNode('Link', {
    ...nodeOf(visibleTo),
    interfaces: [shared.Owned, shared.Trashable],
    fields: (t) => ({
      kind: t.expose('kind', { type: LinkKind, description: 'What the one row is to the other.' }),
      notes: t.exposeString('notes'),
      from: t.loadable({
        ...end,
        description: `The row that it starts at, ${gone}`,
        resolve: ({ fromId }, _args, ctx, info) => nodeKey(ctx, fromId, info),
      }),
      to: t.loadable({
        ...end,
        description: `The row that it leads to, ${gone}`,
        resolve: ({ toId }, _args, ctx, info) => nodeKey(ctx, toId, info),
      }),
    }),
  });
  const LinkConnection = shared.connectionOf(Link);
  const argumentsOfList = listArguments(builder, linkList);

  for (const type of types) {
    builder.objectField(shared.ref(type as 'Task') as ObjectRef<Types, { id: string }>, 'links', (t) =>
      t.loadable({
        type: LinkConnection,
        byPath: true,
        description: 'Its links to other rows and theirs to it, the latest first unless asked otherwise.',
        args: {
          direction: t.arg({ type: LinkDirection, defaultValue: 'BOTH', description: 'Which way they lead.' }),
          kinds: t.arg({ type: [LinkKind], description: 'Only those of these kinds.' }),
          ...t.arg.connectionArgs(),
          ...argumentsOfList,
        },
        load: (ids: string[], ctx, args, info) =>
          links.listLinksOfEach(ctx, ids, args, selectionOfNodes(ctx, info)) as Promise<never[]>,
        resolve: ({ id }, _args, ctx, info) => {
          noteSelection(ctx, info);
          return toGlobalId(type, id);
        },
      }),
    );
  }

  builder.queryFields((t) => ({
    link: shared.oneById(t, Link, 'link', links.getLink),
    links: t.connection(
      {
        type: Link,
        description: 'Your links, the latest first unless asked otherwise.',
        args: argumentsOfList,
        resolve: (_root, args, ctx, info) => links.listLinks(ctx, args, selectionOfNodes(ctx, info)),
      },
      LinkConnection,
    ),
  }));

  const notes = 'Why they belong together, at most 2,000 characters.';
  const CreateLinkInput = builder.inputType('CreateLinkInput', {
    description: 'A link to make: any two different rows, both in use; no labels, links, sessions or the like.',
    fields: (t) => ({
      id: t.id(shared.chosenId),
      kind: t.field({ type: LinkKind, required: true, description: 'What the one row is to the other.' }),
      fromId: t.id({ required: true, description: 'The row that it starts at.' }),
      toId: t.id({ required: true, description: 'The row that it leads to.' }),
      notes: t.string({ description: notes }),
    }),
  });
  const UpdateLinkInput = builder.inputType('UpdateLinkInput', {
    description: 'Changes to a link; what is left out stays as it is.',
    fields: (t) => ({
      id: t.id({ required: true, description: 'Which link.' }),
      ifVersion: t.int(shared.ifVersion),
      notes: t.string({ description: notes }),
    }),
  });

  const { mutation, TargetInput } = shared;
  builder.mutationFields((t) => ({
    createLink: mutation(
      t,
      Link,
      CreateLinkInput,
      'Links one row to another. The same link in the trash is restored, with the new notes if any are given.',
      links.createLink,
    ),
    updateLink: mutation(t, Link, UpdateLinkInput, 'Changes the notes of a link.', links.updateLink),
    trashLink: mutation(t, Link, TargetInput, 'Puts a link in the trash; its rows stay as they are.', links.trashLink),
    restoreLink: mutation(t, Link, TargetInput, 'Takes a link out of the trash.', links.restoreLink),
  }));
}
