import type { CodegenConfig } from '@graphql-codegen/cli';
import { scalars } from './clients/kit/scalars.ts';

/** What both outputs share: typed documents, as a frontend would make them, from the committed SDL alone. */
const shared = {
  useTypeImports: true,
  importExtension: '.ts',
  skipTypeNameForRoot: true,
  // All scalars are texts on the wire. One that is missing here fails the generation.
  strictScalars: true,
  scalars,
};

/** Typed documents for the client tests, for the board, and for the page /insights. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  generates: {
    'test/clients/generated/': {
      preset: 'client',
      documents: ['test/clients/*.ts'],
      presetConfig: { fragmentMasking: false },
      // Apollo and urql ask for the name of every object's type by themselves: it tells the members of a union apart.
      config: { ...shared, nonOptionalTypename: true },
    },
    'clients/board/src/generated/': {
      preset: 'client',
      documents: ['clients/board/src/documents.ts', 'clients/kit/outbox-state.ts'],
      presetConfig: { fragmentMasking: false },
      config: { ...shared, nonOptionalTypename: true },
    },
    'src/insights/generated/': {
      preset: 'client',
      documents: ['src/insights/queries.ts'],
      presetConfig: { fragmentMasking: false },
      // As texts, which a page sends as they are.
      config: { ...shared, documentMode: 'string', skipTypename: true },
    },
  },
};

export default config;
