export const GATEWAY_NOTICE =
  'This is a GATEWAY key: it lets a messaging gateway check access, and cannot open this page. ' +
  'Sign in with a key of the role VIEWER, MEMBER or ADMINISTRATOR.';
