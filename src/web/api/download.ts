import { t } from '@lingui/core/macro';
import { currentAccessKey } from './access-key.ts';
import { fetchWithKey } from './fetch-with-key.ts';
import { RequestError } from './request-error.ts';

/** Hands over a file of the service's as it is. */
export async function download(path: string, name: string): Promise<void> {
  const response = await fetchFile(path);
  saveFile(await response.blob(), name);
}

/** A file of the service's, which takes the key that a mere link could not carry. */
export async function fetchFile(path: string): Promise<Response> {
  const response = await fetchWithKey(path, currentAccessKey());
  const { status } = response;
  if (!response.ok) throw new RequestError('UNKNOWN', t`The service gave no file (HTTP ${status}).`);
  return response;
}

/** Hands a file over to the browser, which saves it under this name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has not begun to read it yet.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
