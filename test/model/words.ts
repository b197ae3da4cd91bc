// The words of the model: what is asked, what is known and what is answered, in the contract's own names.

export type Channel = 'WHATSAPP' | 'TELEGRAM' | 'SLACK';
type Mode = 'OPEN' | 'CLOSED';
export type Id = { channel: Channel; externalId: string };
export type SenderInput = { channel: Channel; phoneNumber?: string; externalId?: string; email?: string };

export type Profile = {
  phoneNumber: string | null;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
};
export type Origin = 'PHONE_NUMBER' | 'EMAIL' | 'REGISTRATION' | 'OWNER';
export type Identity = Id & {
  /** The service's name for it; undefined until it was read. */
  id?: string;
  linkedBy: Origin;
  /** Whether it was linked with or since the user's number. */
  sinceNumber: boolean;
};
export type User = Profile & {
  id: string;
  version: number;
  creationSource: 'INVITED' | 'SELF_REGISTERED';
  environments: string[];
  identities: Identity[];
};
export type State = { environments: Record<string, Mode>; users: User[] };

type Form = Partial<Profile> & { environmentIds?: string[] };
export type Inputs = {
  createUser: Form & { channelIdentities?: Id[] };
  updateUser: Form & { id: string; expectedVersion?: number };
  deleteUser: { id: string };
  linkChannelIdentity: Id & { userId: string };
  unlinkChannelIdentity: { id: string };
  mergeUsers: { id: string; mergedId: string; expectedVersion?: number };
  selfRegisterUser: Omit<Partial<Profile>, 'phoneNumber'> & { environmentId: string; sender: SenderInput };
  replaceSender: { environmentId: string; previous: SenderInput; current: SenderInput };
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
export type Call = { [Name in keyof Inputs]: { name: Name; input: Inputs[Name] } }[keyof Inputs];

export type Check = { name: 'checkAccess'; input: { environmentId: string; sender: SenderInput } };

/** Of `errors` the codes; one that names a user in the way is `CODE of=<id>`, BAD_USER_INPUT is the caller's. */
export type Answer = Result & { errors: string[] };
export type Result = { user?: string; outcome?: string; unlinked?: string[] };
export type Decision = {
  allowed: boolean;
  reason: string;
  user: string | null;
  matchedBy: string | null;
  selfRegistration: Mode;
  shouldRegister: boolean;
};
