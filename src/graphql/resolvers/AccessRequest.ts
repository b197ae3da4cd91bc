import { formatPhoneNumber } from '../../domain/values/phone-number.ts';
import type { AccessRequestResolvers } from './../generated/types.ts';

export const AccessRequest: AccessRequestResolvers = {
  environment: (request, _args, { reads }) => reads.environmentOfRequest(request),
  phoneNumber: ({ phoneNumber }, { format }) => formatPhoneNumber(phoneNumber, format),
  user: ({ projectId, userId }, _args, { reads }) => (userId === null ? null : reads.recognisedUser(projectId, userId)),
  candidates: (request, _args, { reads }) => reads.candidates(request),
};
