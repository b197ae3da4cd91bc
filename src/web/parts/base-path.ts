/** The path below which the service is, as src/http/page.ts tells it; empty for none. */
export const BASE_PATH = document.querySelector<HTMLMetaElement>('meta[name=base-path]')?.content ?? '';

/** The name under which a browser keeps something of this service, whatever else is on its origin. */
export function ownName(name: string): string {
  return BASE_PATH === '' ? name : `${BASE_PATH}:${name}`;
}
