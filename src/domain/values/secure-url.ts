/** Whether nobody can change on its way what comes from there: HTTPS, or this machine. */
export function isSecureUrl(text: string): boolean {
  return /^(https:|http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/])/.test(text);
}
