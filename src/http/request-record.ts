import type { Answer } from '../graphql/answer.ts';

/** What is told of a request in the log and the metrics: nothing that its sender chose but the operation's name. */
export type RequestRecord = {
  correlationId: string;
  method: string;
  route: string;
  status: number;
  seconds: number;
  operation: Answer['operation'];
  codes: string[];
  accessKeyId: string | null;
};

export type Recorder = (record: RequestRecord) => void;
