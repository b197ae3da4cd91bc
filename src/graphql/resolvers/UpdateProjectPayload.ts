import type   { UpdateProjectPayloadResolvers } from './../types.generated.ts';
    export const UpdateProjectPayload: UpdateProjectPayloadResolvers = {
    /* Implement UpdateProjectPayload resolver logic here */
  };