import type { CodegenConfig } from '@graphql-codegen/cli';

// An application of somebody else's, who has the contract in one file and nothing else.
const config: CodegenConfig = {
  schema: '../../schema/generated/schema.graphql',
  generates: {
    '__generated__/documents/': {
      preset: 'client',
      documents: 'documents.ts',
      presetConfig: { fragmentMasking: false },
      config: { enumsAsTypes: true, useTypeImports: true, scalars: { DateTime: 'string' } },
    },
    '__generated__/strings/': {
      preset: 'client',
      documents: 'client-preset.ts',
      presetConfig: { fragmentMasking: false },
      config: { documentMode: 'string', enumsAsTypes: true, useTypeImports: true, scalars: { DateTime: 'string' } },
    },
  },
};

export default config;
