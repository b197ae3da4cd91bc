import type   { AccessDecisionResolvers } from './../types.generated.ts';
    export const AccessDecision: AccessDecisionResolvers = {
    /* Implement AccessDecision resolver logic here */
  };