import { expect, test } from '@jest/globals';
import { furtherAuthorities } from '../../../src/domain/machine/authorities';

test.each<[Record<string, string>, string[]]>([
  [{}, []],
  [{ NODE_EXTRA_CA_CERTS: '/etc/own.pem' }, ['NODE_EXTRA_CA_CERTS']],
  [{ NODE_EXTRA_CA_CERTS: ' ' }, []],
  [{ NODE_USE_SYSTEM_CA: '1' }, ['NODE_USE_SYSTEM_CA']],
  [{ NODE_USE_SYSTEM_CA: '0' }, []],
  [{ NODE_OPTIONS: '--no-warnings --use-system-ca' }, ['NODE_OPTIONS']],
  [{ NODE_OPTIONS: '--use-openssl-ca' }, ['NODE_OPTIONS']],
  [{ NODE_OPTIONS: '--use-bundled-ca' }, []],
  [
    { NODE_OPTIONS: '--use-openssl-ca', NODE_USE_SYSTEM_CA: '1', NODE_EXTRA_CA_CERTS: 'a.pem' },
    ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'NODE_OPTIONS'],
  ],
])('%j: Node trusts further authorities by %j', (env, expected) => {
  expect(furtherAuthorities(env)).toEqual(expected);
});
