/** TLS without a certificate from elsewhere: one made at first start, its fingerprint said on the console to compare in the browser. */
import { X509Certificate } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate, type SubjectAltNameEntry } from 'selfsigned';
import { writePrivate } from './secret.ts';

export type Certificate = {
  readonly key: string;
  readonly cert: string /** SHA-256, as browsers show it. */;
  readonly fingerprint: string;
};

const KEY_FILE = 'tls.key.pem';
const CERT_FILE = 'tls.cert.pem';
const DAY = 86_400_000;
const LASTS_DAYS = 825;
const RENEWED_DAYS_BEFORE = 30;

/** The kept one, or a new one when there is none, it is about to lapse, or the host has changed. `now`: a UTC instant. */
export async function ownCertificate(dataDir: string, host: string, now: string): Promise<Certificate> {
  const [keyFile, certFile] = [join(dataDir, KEY_FILE), join(dataDir, CERT_FILE)];
  if (existsSync(keyFile) && existsSync(certFile)) {
    const [key, cert] = [readFileSync(keyFile, 'utf8'), readFileSync(certFile, 'utf8')];
    if (serves(new X509Certificate(cert), host, now)) return { key, cert, fingerprint: fingerprintOf(cert) };
  }
  const from = new Date(now);
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: from,
    notAfterDate: new Date(from.getTime() + LASTS_DAYS * DAY),
    extensions: [
      { name: 'subjectAltName', altNames: [nameEntry(host), nameEntry('localhost'), nameEntry('127.0.0.1')] },
    ],
  });
  writePrivate(keyFile, key, 'w');
  writePrivate(certFile, cert, 'w');
  return { key, cert, fingerprint: fingerprintOf(cert) };
}

const nameEntry = (host: string): SubjectAltNameEntry =>
  isIP(host) === 0 ? { type: 2, value: host } : { type: 7, ip: host };

function serves(certificate: X509Certificate, host: string, now: string): boolean {
  const named = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
  return named !== undefined && Date.parse(certificate.validTo) - Date.parse(now) > RENEWED_DAYS_BEFORE * DAY;
}

const fingerprintOf = (cert: string) => new X509Certificate(cert).fingerprint256;
