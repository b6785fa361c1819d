import type { Builder } from './types.ts';

/** The interfaces of records: `Owned` and `Trashable`. */
export function defineInterfaces(builder: Builder): void {
  builder.interfaceType('Owned', {
    description: 'A node that belongs to one person.',
    fields: (t) => ({
      version: t.exposeInt('version', {
        description:
          'Starts at 1 and rises by 1 with every change. Pass it as `ifVersion` to change only what you have seen.',
      }),
      createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the node was created.' }),
      updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the node was last changed.' }),
    }),
  });
  builder.interfaceType('Trashable', {
    description: 'A node that can be moved to the trash and restored.',
    fields: (t) => ({
      trashedAt: t.expose('trashedAt', {
        type: 'DateTime',
        nullable: true,
        description: 'When the node was moved to the trash. Null if it is not there.',
      }),
    }),
  });
}
