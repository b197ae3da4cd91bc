import { graphql } from '../generated/gql.ts';
import type { ExplainAccessQuery } from '../generated/graphql.ts';

graphql(`
  fragment ParsedAs on ParsedSender {
    channel
    phoneNumber(format: INTERNATIONAL)
    externalId
    email
  }
`);

export const ExplainAccessDocument = graphql(`
  query ExplainAccess($projectId: ID!, $sender: String!) {
    explainAccess(projectId: $projectId, sender: $sender) {
      parsedAs {
        ...ParsedAs
      }
      recentAttempts
      suggestion
      decisions {
        environment {
          id
          name
          type
        }
        sender {
          ...ParsedAs
        }
        decision {
          allowed
          reason
          matchedBy
          selfRegistration
          user {
            id
            fullName
          }
        }
      }
    }
  }
`);

export type Explanation = NonNullable<ExplainAccessQuery['explainAccess']>;
export type EnvironmentDecision = Explanation['decisions'][number];
export type Reading = EnvironmentDecision['sender'];
export type Decision = EnvironmentDecision['decision'];
