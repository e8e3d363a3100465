/** Routes that change something on the Hub or mint a secret there. Only the tests' Hub knows them. */
export const FORBIDDEN_ROUTES = [
  'ask-access',
  'user-access-request',
  'credentials/revoke',
  'repos/create',
  'repos/delete',
  'repos/move',
  'xet-write-token',
  'xet-read-token',
  'oidc/token',
  'oauth/token',
  'info/lfs',
  'preupload',
];
