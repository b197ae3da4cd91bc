import type { Operation } from '../graphql/request.ts';

/** What is told of a request in the log and the metrics: nothing that its sender chose but the operation's name. */
export type RequestRecord = {
  correlationId: string;
  method: string;
  route: string;
  status: number;
  seconds: number;
  operation: Operation | null;
  codes: string[];
  accessKeyId: string | null;
  /** Why the credential was refused, in words of ours. */
  refusedToken?: string;
};

export type Recorder = (record: RequestRecord) => void;
