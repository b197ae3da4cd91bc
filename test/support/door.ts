import { setTimeout as pause } from 'node:timers/promises';
import type {
  AccessRequest,
  ApproveAccessRequestInput,
  BlockSenderInput,
  SelfRegistrationMode,
  SenderInput,
} from '../../src/graphql/generated/types.ts';
import * as documents from './documents.ts';
import type { Project } from './service.ts';

let strangers = 7_500_000;

export type Id = SenderInput & { externalId: string };

/** Somebody on Telegram whom nobody knows yet. */
export function telegram(): Id {
  strangers += 1;
  return { channel: 'TELEGRAM', externalId: String(strangers) };
}

/** Somebody on WhatsApp whom nobody knows yet, with this number as WhatsApp writes it, or a new one. */
export function whatsApp(phoneNumber?: string): Id & { phoneNumber: string } {
  strangers += 1;
  const digits = phoneNumber?.replace('+', '') ?? `1202${strangers}`;
  return { channel: 'WHATSAPP', externalId: `US.${strangers}`, phoneNumber: digits };
}

export type Door = ReturnType<typeof createDoor>;

/** What happens at the door of a project: at Staging, unless another environment is named. */
export function createDoor(project: Project) {
  const { id: projectId, member, viewer, gateway, administrator } = project;

  const list = async (args: Record<string, unknown> = {}): Promise<AccessRequest[]> => {
    const answer = await viewer(documents.LIST_REQUESTS, { id: projectId, first: 100, status: null, ...args });
    return answer.data.project?.accessRequests.nodes ?? [];
  };
  return {
    async setMode(selfRegistration: SelfRegistrationMode, id = project.staging) {
      await administrator(documents.UPDATE_ENVIRONMENT, { input: { id, selfRegistration } });
    },
    async keepDenied(keepsDeniedAttempts: boolean) {
      await administrator(documents.UPDATE_PROJECT, { input: { id: projectId, keepsDeniedAttempts } });
    },
    async register(sender: SenderInput, profile: object = {}, environmentId = project.staging) {
      const { data } = await gateway(documents.SELF_REGISTER, { input: { environmentId, sender, ...profile } });
      return data.selfRegisterUser;
    },
    async check(sender: SenderInput, environmentId = project.staging, caller = gateway) {
      return (await caller(documents.CHECK_ACCESS, { environmentId, sender })).data.checkAccess;
    },
    async checkBatch(senders: SenderInput[], environmentId = project.staging) {
      return (await gateway(documents.CHECK_ACCESS_BATCH, { environmentId, senders })).data.checkAccessBatch;
    },
    list,
    /** The requests that a search finds, once they are as expected; as they are after five seconds otherwise. */
    async listOnce(isReached: (found: AccessRequest[]) => boolean, args: Record<string, unknown> = {}) {
      return until(() => list(args), isReached);
    },
    async approve(id: unknown, fields: Partial<ApproveAccessRequestInput> = {}) {
      const { data } = await member(documents.APPROVE_REQUEST, { input: { id, ...fields } });
      return data.approveAccessRequest;
    },
    async dismiss(id: unknown) {
      return (await member(documents.DISMISS_REQUEST, { input: { id } })).data.dismissAccessRequest;
    },
    async block(fields: Partial<BlockSenderInput>) {
      return (await member(documents.BLOCK_SENDER, { input: { projectId, ...fields } })).data.blockSender;
    },
    async unblock(id: unknown) {
      return (await member(documents.UNBLOCK_SENDER, { input: { id } })).data.unblockSender;
    },
    async invitationCode(userId: string) {
      const { data } = await member(documents.CREATE_INVITATION, { input: { userId } });
      return String(data.createInvitation.code);
    },
    async feed(args: Record<string, unknown> = {}, id = project.staging, caller = gateway) {
      return (await caller(documents.READ_APPROVALS, { id, ...args })).data.decidedAccessRequests;
    },
    async link(userId: unknown, { channel, externalId }: SenderInput) {
      const { data } = await member(documents.LINK_IDENTITY, { input: { userId, channel, externalId } });
      return data.linkChannelIdentity;
    },
    async merge(id: unknown, mergedId: unknown) {
      return (await member(documents.MERGE_USERS, { input: { id, mergedId } })).data.mergeUsers;
    },
    async read(id: unknown) {
      return (await viewer(documents.READ_USER, { id })).data.user;
    },
  };
}

const PATIENCE_MS = 5000;

/** Reads until what was read is as expected, at most for five seconds. Returns what was read last. */
export async function until<T>(read: () => Promise<T>, isReached: (value: T) => boolean): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await read();
    if (isReached(value) || Date.now() > end) return value;
    await pause(20);
  }
}
