import { lockAccessRequest } from '../database/access-requests.ts';
import type { Tx } from '../database/engine/connection.ts';
import { LostRaceError } from '../database/engine/errors.ts';
import type { AccessRequestRow } from '../database/tables.ts';
import { refuse, refuseIf } from './refusal.ts';
import { alreadyDecided, notFound } from './shared-problems.ts';
import type { Sender } from './values/sender.ts';

/** The sender of an open request, as a check would be asked about them. */
export function senderOf({ channel, externalId, phoneNumber, email, emailKey }: AccessRequestRow): Sender {
  // An address without a key was typed by somebody: it recognises nobody.
  return { channel, externalId, phoneNumber, email: emailKey === null ? null : email };
}

/** Locks a request that was seen open; `field` tells its refusals. */
export async function lockOpenRequest(
  tx: Tx,
  seen: AccessRequestRow,
  field: 'id' | 'accessRequestId',
): Promise<AccessRequestRow> {
  const request = await lockAccessRequest(tx, seen.projectId, seen.id);
  if (!request) return refuse(notFound('request', field));
  refuseIf([request.status === 'APPROVED' && alreadyDecided(field)]);
  // While this waited for a lock, an attempt may have brought another number or id.
  if (JSON.stringify(senderOf(seen)) !== JSON.stringify(senderOf(request))) throw new LostRaceError();
  return request;
}
