import type { CodegenConfig } from '@graphql-codegen/cli';

/** Typed documents for the client tests, as a frontend would make them: from the committed SDL alone. */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['test/clients/*.test.ts'],
  generates: {
    'test/clients/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        importExtension: '.ts',
        scalars: { ID: 'string', Date: 'string', DateTime: 'string', Duration: 'string', TimeZone: 'string' },
      },
    },
  },
  ignoreNoDocuments: true,
};

export default config;
