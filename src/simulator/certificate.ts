/**
 * A self-signed certificate for loopback, made at run time: Node can sign but not issue, and a committed key would be
 * one more secret to explain. ASN.1 is written by hand, no more of it than this certificate needs (RFC 5280).
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Certificate {
  /** PEM; also the authority that callers have to trust. */
  cert: string;
  /** PEM. */
  key: string;
}

const DAY_MS = 86_400_000;

/** Issues a certificate for `localhost` and `127.0.0.1`, valid from yesterday for a week. */
export function issueCertificate(now = Date.now()): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const name = sequence(set(sequence(oid('2.5.4.3'), utf8('localhost'))));
  const algorithm = sequence(oid('1.2.840.10045.4.3.2'));
  const body = sequence(
    tag(0xa0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(0x40), randomBytes(15)])),
    algorithm,
    name,
    sequence(time(now - DAY_MS), time(now + 6 * DAY_MS)),
    name,
    spki,
    tag(0xa3, extensions(spki)),
  );
  const signature = sign('sha256', body, privateKey);
  const certificate = sequence(body, algorithm, bitString(signature));
  return { cert: pem('CERTIFICATE', certificate), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

/** Strict verifiers (Python 3.13) want all of these of an authority. */
function extensions(spki: Buffer): Buffer {
  const keyId = createHash('sha1').update(spki).digest();
  const critical = tag(0x01, Buffer.of(0xff));
  const extension = (id: string, ...parts: Buffer[]): Buffer => sequence(oid(id), ...parts);
  return sequence(
    extension('2.5.29.19', critical, octets(sequence(critical))),
    extension('2.5.29.15', critical, octets(tag(0x03, Buffer.of(2, 0b1000_0100)))),
    extension('2.5.29.37', octets(sequence(oid('1.3.6.1.5.5.7.3.1')))),
    extension('2.5.29.14', octets(octets(keyId))),
    extension('2.5.29.35', octets(sequence(tag(0x80, keyId)))),
    extension('2.5.29.17', octets(sequence(tag(0x82, Buffer.from('localhost')), tag(0x87, Buffer.of(127, 0, 0, 1))))),
  );
}

function tag(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(number), length(content.length), content]);
}

function length(size: number): Buffer {
  if (size < 128) return Buffer.of(size);
  return size < 256 ? Buffer.of(0x81, size) : Buffer.of(0x82, size >> 8, size & 0xff);
}

const sequence = (...parts: Buffer[]): Buffer => tag(0x30, Buffer.concat(parts));
const set = (...parts: Buffer[]): Buffer => tag(0x31, Buffer.concat(parts));
const integer = (bytes: Buffer): Buffer => tag(0x02, bytes);
const octets = (bytes: Buffer): Buffer => tag(0x04, bytes);
const bitString = (bytes: Buffer): Buffer => tag(0x03, Buffer.concat([Buffer.of(0), bytes]));
const utf8 = (text: string): Buffer => tag(0x0c, Buffer.from(text));

/** UTCTime, `YYMMDDHHMMSSZ`. */
function time(milliseconds: number): Buffer {
  const digits = new Date(milliseconds).toISOString().replace(/\D/g, '').slice(2, 14);
  return tag(0x17, Buffer.from(`${digits}Z`));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tag(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return bytes;
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
