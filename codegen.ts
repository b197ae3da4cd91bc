import { defineConfig } from '@eddeee888/gcg-typescript-resolver-files';
import type { CodegenConfig } from '@graphql-codegen/cli';

// Whoever speaks the contract gets its types from here.
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/graphql': defineConfig({
      mode: 'merged',
      resolverRelativeTargetDir: 'resolvers',
      resolverMainFile: 'generated/resolvers.ts',
      typeDefsFilePath: false,
      // These are answered by what their makers put into them, so a resolver file of theirs would be empty.
      resolverGeneration: {
        query: '*',
        mutation: '*',
        subscription: '',
        scalar: '*',
        object: [
          '*',
          '!*.!(BlockSender|CreateUsers|DeleteUsers|SelfRegisterUser|UpdateUser|UpdateUsers)Payload',
          '!*.{AccessExplanation,EnvironmentAccess,EnvironmentDecision,InvitationLinks,ProjectMember,RowCounts,TextSegment,UserError}',
        ],
        union: '',
        interface: '',
        enum: '',
      },
      resolverTypesPath: 'generated/types.ts',
      importExtension: '.ts',
      mergeSchema: false,
      scalarsOverrides: {
        ID: { type: 'string' },
        DateTime: { type: { input: 'Date', output: 'Date' } },
      },
      typesPluginsConfig: {
        useTypeImports: true,
        enumsAsTypes: true,
        contextType: '../context.ts#Context',
        mappers: {
          AccessDecision: '../mappers.ts#AccessDecisionSource',
          AccessExplanation: '../mappers.ts#AccessExplanationSource',
          AccessKey: '../mappers.ts#AccessKeySource',
          AccessRequest: '../mappers.ts#AccessRequestSource',
          AccessRequestConnection: '../mappers.ts#AccessRequestConnectionSource',
          AccessRequestEdge: '../mappers.ts#AccessRequestEdgeSource',
          AuditEvent: '../mappers.ts#AuditEventSource',
          AuditEventEdge: '../mappers.ts#AuditEventEdgeSource',
          AuditEventConnection: '../mappers.ts#AuditEventConnectionSource',
          BlockedSender: '../mappers.ts#BlockedSenderSource',
          BlockedSenderConnection: '../mappers.ts#BlockedSenderConnectionSource',
          BlockedSenderEdge: '../mappers.ts#BlockedSenderEdgeSource',
          BlockSenderPayload: '../mappers.ts#BlockSenderPayloadSource',
          ChannelIdentity: '../mappers.ts#ChannelIdentitySource',
          CreateUsersPayload: '../mappers.ts#CreateUsersPayloadSource',
          DeleteUsersPayload: '../mappers.ts#DeleteUsersPayloadSource',
          Environment: '../mappers.ts#EnvironmentSource',
          EnvironmentAccess: '../mappers.ts#EnvironmentAccessSource',
          EnvironmentDecision: '../mappers.ts#EnvironmentDecisionSource',
          Invitation: '../mappers.ts#InvitationSource',
          PageInfo: '../mappers.ts#PageInfoSource',
          ParsedSender: '../mappers.ts#ParsedSenderSource',
          Project: '../mappers.ts#ProjectSource',
          ProjectMember: '../mappers.ts#ProjectMemberSource',
          SearchMatch: '../mappers.ts#SearchMatchSource',
          SelfRegisterUserPayload: '../mappers.ts#SelfRegisterUserPayloadSource',
          UpdateUserPayload: '../mappers.ts#UpdateUserPayloadSource',
          UpdateUsersPayload: '../mappers.ts#UpdateUsersPayloadSource',
          User: '../mappers.ts#UserSource',
          UserEdge: '../mappers.ts#UserEdgeSource',
          UserConnection: '../mappers.ts#UserConnectionSource',
          UserError: '../mappers.ts#UserErrorSource',
          UserRowResult: '../mappers.ts#UserRowResultSource',
          Viewer: '../mappers.ts#ViewerSource',
        },
      },
    }),
    // In one file, for those who have only the contract.
    'schema/generated/schema.graphql': { plugins: ['schema-ast'] },
    'src/web/generated/': {
      preset: 'client',
      documents: 'src/web/**/*.{ts,tsx,graphql}',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        importExtension: '.ts',
        useTypeImports: true,
        scalars: { DateTime: 'string' },
      },
    },
    'src/gateway/generated/operations.ts': {
      documents: 'src/gateway/documents.ts',
      plugins: ['typescript-operations'],
      config: { enumsAsTypes: true, useTypeImports: true, scalars: { ID: 'string', DateTime: 'string' } },
    },
  },
};

export default config;
