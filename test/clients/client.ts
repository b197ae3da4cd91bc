/** What an application does, each time in the way in which the client's users do it. */
export type Client = {
  /** The owner's list, three users at a time; of those whom a search finds. */
  openList(projectId: string, search?: string): Promise<List>;
  addUser(input: NewUser): Promise<Written | undefined>;
  editUser(input: UserEdit): Promise<Written | undefined>;
  /** The code of a top-level error that one of the above has thrown. */
  codeOf(error: unknown): unknown;
};

export type List = {
  /** As a page would show it now. */
  shown(): User[];
  hasMore(): boolean;
  loadMore(): Promise<unknown>;
};

export type User = { id: string; fullName: string; version: number };
export type NewUser = {
  projectId: string;
  phoneNumber: string;
  firstName: string;
  lastName: string;
  environmentIds: string[];
};
export type UserEdit = { id: string; expectedVersion: number; firstName: string };

export type Written = {
  user?: User | null;
  userErrors: readonly {
    code: string;
    field?: readonly string[] | null;
    message: string;
    conflictingUser?: User | null;
  }[];
};
