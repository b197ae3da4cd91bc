import { checkAccess } from '../../domain/access.ts';
import type { SelfRegisterUserPayloadResolvers } from './../generated/types.ts';

export const SelfRegisterUserPayload: SelfRegisterUserPayloadResolvers = {
  // What the very next check answers: also beside what refused the registration, unless there is nothing to check.
  decision: async ({ input: { environmentId, sender } }, _args, context) => {
    const [decision] = await checkAccess(context, environmentId, [sender]);
    const isNone = decision?.reason === 'UNKNOWN_ENVIRONMENT' || decision?.reason === 'INVALID_SENDER';
    return decision === undefined || isNone ? null : decision;
  },
};
