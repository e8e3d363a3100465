/** A self-signed certificate for loopback, made at run time: a committed key would be one more secret to explain. */
import { randomUUID } from 'node:crypto';

export interface Certificate {
  /** PEM; also the authority that callers have to trust. */
  readonly cert: string;
  /** PEM. */
  readonly key: string;
}

const DAY_MS = 86_400_000;

/** Issues a certificate for `localhost`, `127.0.0.1` and perhaps further names, valid from yesterday for a week. */
export async function issueCertificate({
  names = [],
  now = Date.now(),
}: { readonly names?: readonly string[]; readonly now?: number } = {}): Promise<Certificate> {
  // Loaded where TLS is used: most suites have none, and it takes longer than they do.
  const { generate } = await import('selfsigned');
  // It has no key ids, so who trusts several authorities tells them apart by their names only.
  const name = [{ name: 'commonName', value: `embedded Hub ${randomUUID()}` }];
  const { cert, private: key } = await generate(name, {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY_MS),
    notAfterDate: new Date(now + 6 * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          ...names.map((value) => ({ type: 2 as const, value })),
        ],
      },
    ],
  });
  // With an end of line, so that certificates can follow each other in one file.
  return { cert: `${cert.trimEnd()}\n`, key };
}

/**
 * A certificate for these names, and the authority that issued it: some clients take no certificate that is its own
 * authority.
 */
export async function issueUnderAuthority(names: readonly string[]): Promise<Certificate & { readonly ca: string }> {
  const ca = await issueCertificate();
  const { generate } = await import('selfsigned');
  const { cert, private: key } = await generate([{ name: 'commonName', value: names[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: ca.key, cert: ca.cert },
    notAfterDate: new Date(Date.now() + 6 * DAY_MS),
    extensions: [
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: ['localhost', ...names].map((value) => ({ type: 2, value })) },
    ],
  });
  return { cert: `${cert.trimEnd()}\n`, key, ca: ca.cert };
}
