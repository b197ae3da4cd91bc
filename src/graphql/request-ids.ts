/** By which a request is found in the log: its own id, and that of the trace of which it is a part. */
export type RequestIds = { correlationId: string; traceId: string };
