// An app's own scheme, as Capacitor, Ionic, Tauri, Electron and browsers' extensions have one.
const OF_APP = /^(?!(?:https?|wss?|ftp|file|data|blob|about|javascript):)[a-z][a-z\d+.-]*:\/\/[a-z\d._-]+(?::\d+)?$/;

/** Whether it is an origin as browsers send it, or one with a star for the first label of a host that has at least two others. */
export function isOrigin(text: string): boolean {
  if (OF_APP.test(text)) return true;
  const [, scheme = '', star = '', host = ''] = /^(https?:\/\/)(\*\.)?([^/*\s]+)$/.exec(text) ?? [];
  // Below a top-level domain anybody may take a name.
  if (star && !/^[^.:]+\.[^.:]+/.test(host)) return false;
  const origin = scheme + (star && 'label.') + host;
  return origin !== '' && URL.canParse(origin) && new URL(origin).origin === origin;
}
