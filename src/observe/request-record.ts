import type { Operation } from '../graphql/request.ts';
import type { RequestIds } from '../graphql/request-ids.ts';

const PROBES = new Set(['/health', '/ready']);

/** Whether a route is only asked how the service is, every few seconds. */
export function isProbe(route: string): boolean {
  return PROBES.has(route);
}

/** What the log and the metrics get of a request: nothing that its sender chose, except the operation's name and the trace. */
export type RequestRecord = RequestIds & {
  method: string;
  route: string;
  status: number;
  seconds: number;
  operation: Operation | null;
  codes: string[];
  accessKeyId: string | null;
  /** Why the credential was refused, in our own words. */
  refusedToken?: string;
};

export type Recorder = (record: RequestRecord) => void;
