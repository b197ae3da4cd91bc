// The words of the model: what is asked, what is known and what is answered, in the contract's own names.

export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';
type Mode = 'OPEN' | 'APPROVAL' | 'CLOSED';
export type Id = { channel: Channel; externalId: string };
export type SenderInput = { channel: Channel; phoneNumber?: string; externalId?: string; email?: string };

export type Profile = {
  phoneNumber: string | null;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
};
export type Origin = 'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'INVITATION' | 'OWNER';
export type Identity = Id & {
  /** The service's name for it; undefined until it was read. */
  id?: string;
  linkedBy: Origin;
  /** Whether it was linked with or since the user's number; null while it awaits a number of its own. */
  sinceNumber: boolean | null;
};
export type User = Profile & {
  id: string;
  version: number;
  creationSource: 'INVITED' | 'SELF_REGISTERED';
  environments: string[];
  /** Until when they may talk, by environment, where there is an end to it. */
  ends: Record<string, string>;
  identities: Identity[];
};
export type Request = Pick<Profile, 'phoneNumber' | 'email' | 'firstName' | 'lastName'> & {
  /** The service's name for it; undefined until it was read. So it is with a block. */
  id?: string;
  environment: string;
  channel: Channel;
  externalId: string | null;
  /** Whether Slack said that the address is the sender's. */
  isEmailConfirmed: boolean;
  /** What a check would say without it. */
  reason: string;
  /** Whether the sender asked to be let in; else a check said no where nobody can ask. */
  isAsked: boolean;
  attempts: number;
  status: 'PENDING' | 'APPROVED' | 'DISMISSED';
  user: string | null;
};
/** One number, in the writing in which all of its writings are the same, or one id. */
type Block = { id?: string; identifier: string };
export type Invitation = {
  /** It stands for the code, too, which only the caller of the service sees. */
  id: string;
  user: string;
  channel: Channel | null;
  status: 'PENDING' | 'REDEEMED' | 'REVOKED';
};
export type State = {
  environments: Record<string, Mode>;
  users: User[];
  requests: Request[];
  blocks: Block[];
  invitations: Invitation[];
};

type Expiry = { environmentId: string; expiresAt?: string | null };
type Form = Partial<Profile> & { environmentIds?: string[] };
export type Row = Form & { channelIdentities?: Id[] };
export type Inputs = {
  createUser: Row;
  updateUser: Form & { id: string; expectedVersion?: number; accessExpiries?: Expiry[] };
  deleteUser: { id: string };
  createUsers: {
    rows: Row[];
    ifExisting?: 'SKIP' | 'ADD_ENVIRONMENTS' | 'UPDATE';
    environmentIds?: string[];
    dryRun?: boolean;
  };
  updateUsers: { ids: string[]; addEnvironmentIds?: string[]; removeEnvironmentIds?: string[]; dryRun?: boolean };
  deleteUsers: { ids: string[]; dryRun?: boolean };
  linkChannelIdentity: Id & { userId: string };
  unlinkChannelIdentity: { id: string };
  mergeUsers: { id: string; mergedId: string; expectedVersion?: number };
  selfRegisterUser: Omit<Partial<Profile>, 'phoneNumber'> & { environmentId: string; sender: SenderInput };
  replaceSender: { environmentId: string; previous: SenderInput; current: SenderInput };
  approveAccessRequest: Omit<Form, 'phoneNumber'> & { id: string; userId?: string };
  dismissAccessRequest: { id: string };
  blockSender: { userId?: string; sender?: SenderInput; accessRequestId?: string };
  unblockSender: { id: string };
  createInvitation: { userId: string; channel?: Channel | null };
  revokeInvitation: { id: string };
  redeemInvitation: { environmentId: string; sender: SenderInput; code: string };
  createEnvironment: { name: string; selfRegistration: Mode };
  updateEnvironment: { id: string; selfRegistration: Mode };
  deleteEnvironment: { id: string };
};
export type Mutations<Input = never> = {
  [Name in keyof Inputs]: (
    state: State,
    input: [Input] extends [never] ? Inputs[Name] : Input,
    fresh: string,
  ) => Result | undefined;
};
/** The mutations of a noun. */
export type Some<Names extends keyof Inputs> = Pick<Mutations, Names>;
export type Call = { [Name in keyof Inputs]: { name: Name; input: Inputs[Name] } }[keyof Inputs];

/** Whatever of a user's access ends some time is over now. Nobody asks for it. */
export type Passing = { name: 'timePasses'; input: { id: string } };

export type Check = { name: 'checkAccess'; input: { environmentId: string; sender: SenderInput } };

/** Of `errors` the codes; one that names a user in the way is `CODE of=<id>`, BAD_USER_INPUT is the caller's. */
export type Answer = Result & { errors: string[] };
export type Result = { user?: string; outcome?: string; unlinked?: string[]; rows?: RowResult[] };
/** What became of one of many: whom it is about now, the place of the earlier row that is the same person, and why not. */
export type RowResult = { outcome: string; user?: string; twin?: number; errors?: string[] };
export type Decision = {
  allowed: boolean;
  reason: string;
  user: string | null;
  matchedBy: string | null;
  selfRegistration: Mode;
  shouldRegister: boolean;
};
