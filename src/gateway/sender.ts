export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';

/** Who sent a message: everything that the channel tells of them. At least one of the number and the id is needed. */
export type Sender = {
  channel: Channel;
  /** As the channel writes it: WhatsApp and Telegram leave the + out. */
  phoneNumber?: string | null | undefined;
  /** WhatsApp's business-scoped id or …@lid, Telegram's numeric `from.id`, Slack's team and user as `T…:U…`. */
  externalId?: string | null | undefined;
  /** Slack alone: the address that Slack itself confirmed, of a full member of the app's own team. */
  email?: string | null | undefined;
};

/** The names that the channel tells. They serve a new user alone, and never tell who somebody is. */
export type Profile = {
  firstName?: string | null | undefined;
  middleName?: string | null | undefined;
  lastName?: string | null | undefined;
};
