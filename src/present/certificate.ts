import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import path from 'node:path';
import { readPlainFile } from '../files/plain-file.ts';
import { LecternError } from '../model/errors.ts';

/** Certificate and key that pages are served with by HTTPS. */
export interface Certificate {
  /** PEM: the certificate, and those that it was signed with. */
  cert: Buffer;
  /** PEM. */
  key: Buffer;
  /** Names and addresses that it stands for; a name may begin with `*.`. */
  names: string[];
}

/** Largest file, in bytes: a certificate and its chain have some thousand. */
const MOST_BYTES = 1024 * 1024;

/**
 * Reads a certificate and its key.
 *
 * @param files - paths relative to `cwd`; `undefined` for plain HTTP where both are.
 * @throws LecternError `USAGE` where they cannot be used
 */
export async function readCertificate(
  files: { cert: string | undefined; key: string | undefined },
  cwd: string,
): Promise<Certificate | undefined> {
  if (files.cert === undefined && files.key === undefined) return undefined;
  if (files.cert === undefined || files.key === undefined) {
    const [given, missing] = files.cert === undefined ? ['--key', '--cert'] : ['--cert', '--key'];
    throw unusable(
      `${given} needs ${missing}`,
      'HTTPS takes a certificate and its key: --cert talk.pem --key talk-key.pem',
    );
  }
  const [cert, key] = [await readPem('--cert', files.cert, cwd), await readPem('--key', files.key, cwd)];
  const certificate = parsed(files.cert, () => new X509Certificate(cert), 'a certificate in PEM form');
  const own = parsed(files.key, () => createPrivateKey(key), 'a private key in PEM form, without a password');
  check(certificate, own, { cert: files.cert, key: files.key });
  return { cert, key, names: namesIn(certificate) };
}

async function readPem(option: string, file: string, cwd: string): Promise<Buffer> {
  try {
    return await readPlainFile(path.resolve(cwd, file), { most: MOST_BYTES });
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'does not exist' : 'cannot be read';
    throw unusable(`${option} “${file}” ${reason}`, 'Name a file in PEM form.', error);
  }
}

function parsed<T extends X509Certificate | KeyObject>(file: string, parse: () => T, expected: string): T {
  try {
    return parse();
  } catch (error) {
    throw unusable(
      `“${file}” cannot be used, expected ${expected}`,
      'mkcert makes both: mkcert -install, then mkcert NAME.',
      error,
    );
  }
}

function check(certificate: X509Certificate, key: KeyObject, files: { cert: string; key: string }): void {
  if (!certificate.checkPrivateKey(key))
    throw unusable(`“${files.key}” is not the key of “${files.cert}”`, 'Name the two files that were made together.');
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  if (to < Date.now()) throw unusable(`“${files.cert}” has expired on ${dayOf(to)}`, 'Renew it: browsers refuse it.');
  if (from > Date.now())
    throw unusable(`“${files.cert}” is valid from ${dayOf(from)} on`, 'Browsers refuse it until then.');
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function namesIn({ subjectAltName = '' }: X509Certificate): string[] {
  return [...subjectAltName.matchAll(/(?:DNS|IP Address):([^,\s"]+)/g)].map(([, name = '']) => name.toLowerCase());
}

function unusable(message: string, advice: string, cause?: unknown): LecternError {
  return new LecternError('USAGE', message, { advice, cause });
}
