import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aria2Netrc, curlNetrc, parseNetrc, requestsNetrc } from '../../../src/runner/credentials/netrc';
import { openMachine } from '../../../src/runner/files/machine';
import { plain } from '../../support/plain';

const scratch = mkdtempSync(join(tmpdir(), 'netrc-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe('parseNetrc', () => {
  const hub = { host: 'huggingface.co', login: 'ann', password: 'secret' };
  test.each([
    ['machine huggingface.co login ann password secret', [hub]],
    ['machine huggingface.co\n\tlogin ann\n\tpassword secret\n', [hub]],
    ['machine huggingface.co\r\nlogin ann\r\npassword secret\r\n', [hub]],
    ['machine huggingface.co password secret login ann account x', [hub]],
    ['machine huggingface.co user ann password secret', [hub]],
    ['machine "huggingface.co" login "ann" password "secret"', [hub]],
    ['machine huggingface.co login ann password "a \\"b\\\\ c"', [{ ...hub, password: 'a "b\\ c' }]],
    ['machine huggingface.co login ann password a\\ b', [{ ...hub, password: 'a b' }]],
    ['machine huggingface.co login ann password #secret', [{ ...hub, password: '#secret' }]],
    ['# a comment\nmachine huggingface.co login ann password secret # mine\n', [hub]],
    ['#machine github.com login x password y\nmachine huggingface.co login ann password secret', [hub]],
    ['default login ann password secret', [{ login: 'ann', password: 'secret' }]],
    ['macdef init\nmachine a login b\npassword c\n\nmachine huggingface.co login ann password secret', [hub]],
    ['macdef init\nmachine a login b', []],
    [
      'machine a.example login x password y\nmachine huggingface.co login ann password secret\ndefault login d password e',
      [{ host: 'a.example', login: 'x', password: 'y' }, hub, { login: 'd', password: 'e' }],
    ],
    ['machine huggingface.co', [{ host: 'huggingface.co', login: '', password: '' }]],
    ['', []],
    ['machine', [{ host: '', login: '', password: '' }]],
    ['machine x login "unfinished', [{ host: 'x', login: 'unfinished', password: '' }]],
  ])('%j', (text, entries) => {
    const { entries: found, malformed } = parseNetrc(text);
    expect(found).toEqual(entries.map((entry) => ({ ...entry, quoted: /password [^\n]*["\\]/.test(text) })));
    expect(malformed).toBe(false);
  });

  test.each([['token hf_x'], ['machine a login b password c d'], ['{"json": 1}']])('malformed: %j', (text) => {
    expect(parseNetrc(text).malformed).toBe(true);
  });
});

describe('which entry a client takes', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(scratch, 'home-'));
  });
  const host = 'huggingface.co';
  const where = (env: Record<string, string> = {}) => openMachine({ env, home, folder: '/nowhere' }, () => undefined);
  const two = 'machine huggingface.co login a password first\nmachine huggingface.co login b password second\n';

  test.each([
    ['one entry', 'machine huggingface.co login a password p', 'p', 'p', 'p'],
    ['two entries', two, 'second', 'first', 'first'],
    ['default', 'default login a password p', 'p', 'p', undefined],
    [
      'default before the name',
      'default login a password d\nmachine huggingface.co login a password p',
      'p',
      'd',
      undefined,
    ],
    ['default behind the name', 'machine huggingface.co login a password p\ndefault login a password d', 'p', 'p', 'p'],
    ['another host', 'machine hf.co login a password p', undefined, undefined, undefined],
    ['malformed', 'machine huggingface.co login a password p q', undefined, 'p', 'p'],
  ])('%s', (_name, text, requests, curl, aria2) => {
    writeFileSync(join(home, '.netrc'), text, { mode: 0o600 });
    expect(plain(aria2Netrc(where(), host))).toMatchObject(
      aria2 === undefined ? { kind: 'none' } : { kind: 'entry', secret: aria2, file: '~/.netrc' },
    );
    expect(plain(requestsNetrc(where(), host))).toMatchObject(
      requests === undefined ? { kind: 'none' } : { kind: 'entry', secret: requests, file: '~/.netrc' },
    );
    expect(plain(curlNetrc(where(), host))).toMatchObject(
      curl === undefined ? { kind: 'none' } : { kind: 'entry', secret: curl, file: '~/.netrc' },
    );
  });

  test.each([
    ['another case', 'machine HuggingFace.co login a password p', undefined, 'p'],
    ['no password', 'machine huggingface.co login a', '', undefined],
  ])('%s', (_name, text, requests, curl) => {
    writeFileSync(join(home, '.netrc'), text);
    expect(plain(requestsNetrc(where(), host))).toMatchObject(
      requests === undefined ? { kind: 'none' } : { kind: 'entry', secret: requests, file: '~/.netrc' },
    );
    expect(plain(curlNetrc(where(), host))).toMatchObject(
      curl === undefined ? { kind: 'none' } : { kind: 'entry', secret: curl, file: '~/.netrc' },
    );
  });

  test.each([
    [0o600, { kind: 'entry' }],
    [0o644, { kind: 'none' }],
    [0o640, { kind: 'none' }],
  ])('aria2 and a file with the mode %i', (mode, expected) => {
    writeFileSync(join(home, '.netrc'), 'machine huggingface.co login a password p');
    chmodSync(join(home, '.netrc'), mode);
    expect(aria2Netrc(where({ NETRC: join(home, 'named') }), host)).toMatchObject(expected);
    expect(curlNetrc(where(), host)).toMatchObject({ kind: 'entry' });
  });

  test('a user in the address picks the entry', () => {
    writeFileSync(join(home, '.netrc'), two);
    expect(plain(curlNetrc(where(), host, 'b'))).toMatchObject({ secret: 'second' });
    expect(curlNetrc(where(), host, 'c')).toMatchObject({ kind: 'none' });
  });

  test('NETRC is for requests alone, and _netrc comes second', () => {
    writeFileSync(join(home, '_netrc'), 'machine huggingface.co login a password under');
    expect(plain(requestsNetrc(where(), host))).toMatchObject({ secret: 'under', file: '~/_netrc' });
    writeFileSync(join(home, 'named'), 'machine huggingface.co login a password named');
    expect(plain(requestsNetrc(where({ NETRC: join(home, 'named') }), host))).toMatchObject({ secret: 'named' });
    expect(requestsNetrc(where({ NETRC: join(home, 'gone') }), host)).toBeUndefined();
    expect(curlNetrc(where({ NETRC: join(home, 'named') }), host)).toBeUndefined();
  });

  test('what is no regular file is not read', () => {
    mkdirSync(join(home, '.netrc'));
    const folderInstead = { file: '~/.netrc', kind: 'unreadable', why: 'it is not a regular file' };
    expect(requestsNetrc(where(), host)).toEqual(folderInstead);
    expect(curlNetrc(where(), host)).toEqual(folderInstead);
    symlinkSync('/etc/hostname', join(home, 'link'));
    expect(requestsNetrc(where({ NETRC: join(home, 'link') }), host)).toMatchObject({ kind: 'unreadable' });
  });
});
