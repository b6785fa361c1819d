import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for the client tests, as a frontend would make them: from the committed SDL alone. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['test/clients/*.ts'],
  generates: {
    'test/clients/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        importExtension: '.ts',
        // Apollo and urql ask for the name of every object's type by themselves: it tells the members of a union apart.
        nonOptionalTypename: true,
        skipTypeNameForRoot: true,
        // All scalars are texts on the wire. One that is missing here fails the generation.
        strictScalars: true,
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          JSON: 'unknown',
          Duration: 'string',
          TimeZone: 'string',
        },
      },
    },
  },
};

export default config;
