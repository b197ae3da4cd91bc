import { request } from '../api/request.ts';
import { RequestError } from '../api/request-error.ts';
import { gatewayNotice } from '../viewer/roles.ts';
import { ViewerDocument } from '../viewer/viewer-documents.ts';

/** Rejects, in words for people, unless this key opens the page. */
export async function checkKey(accessKey: string): Promise<void> {
  try {
    await request(ViewerDocument, {}, undefined, accessKey);
  } catch (error) {
    if (error instanceof RequestError && error.code === 'FORBIDDEN') throw new Error(gatewayNotice());
    throw error;
  }
}
