import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestRecord } from '../observe/request-record.ts';

/** What answers at a path. */
export type Endpoint = (request: IncomingMessage, response: ServerResponse, record: RequestRecord) => Promise<void>;
