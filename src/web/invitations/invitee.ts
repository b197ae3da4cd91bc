import type { NewInvitation } from './invitation-documents.ts';

export type Invitee = { id: string; fullName: string };

export type CreatedInvitation = {
  invitation: NonNullable<NewInvitation['saved']>;
  code: string;
  links: NewInvitation['links'];
};
