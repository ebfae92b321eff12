import { createHash, randomBytes } from 'node:crypto';
import path from 'node:path';
import { readPrivateFile, sweepPrivateFiles } from '../files/private-file.ts';
import { writePrivateFile } from '../files/write-files.ts';
import { ROLES, type Role } from './access.ts';

/** Secrets of a talk that survive a restart of its server. */
export interface TalkSecrets {
  /** Stands for the deck, in the names of cookies: a computer may serve several. */
  deck: string;
  /** Of hashes that others get to see. */
  key: string;
  /** Secrets of the cookies that prove each role. */
  sessions: Record<Role, string>;
  /** Leads to the talk as often as somebody likes: it may hang on a wall. */
  invitation: string;
}

/** Time that a visitor finds back to a talk after its last start, in ms. */
const LASTS = 24 * 60 * 60 * 1000;

/** @param file - absolute path of the deck. */
export async function talkSecrets(cacheFolder: string, file: string): Promise<TalkSecrets> {
  const deck = hashOf(file);
  const folder = path.join(cacheFolder, 'talks');
  const place = path.join(folder, `${deck}.json`);
  const secrets = readKept(await readPrivateFile(place)) ?? newSecrets();
  await sweepPrivateFiles(folder, LASTS);
  // Where nothing can be kept, nothing is.
  await writePrivateFile(place, JSON.stringify({ ...secrets, until: Date.now() + LASTS })).catch(() => {});
  return { ...secrets, deck: deck.slice(0, 8) };
}

/** Returns the place of the file that keeps what the audience of a deck did. */
export function audiencePlace(cacheFolder: string, file: string): string {
  return path.join(cacheFolder, 'talks', `${hashOf(file)}-audience.json`);
}

function hashOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 32);
}

function newSecrets(): Omit<TalkSecrets, 'deck'> {
  const sessions = { speaker: secret(), remote: secret(), follower: secret() };
  return { key: secret(), sessions, invitation: secret() };
}

function secret(): string {
  return randomBytes(16).toString('base64url');
}

function readKept(text: string | undefined): Omit<TalkSecrets, 'deck'> | undefined {
  try {
    const { key, sessions, invitation, until } = JSON.parse(text ?? '') as Partial<TalkSecrets & { until: number }>;
    if (!isSecret(key) || !isSecret(invitation) || !sessions || until === undefined) return undefined;
    const whole = ROLES.every((role) => isSecret(sessions[role]));
    return whole && until > Date.now() ? { key, sessions, invitation } : undefined;
  } catch {
    return undefined;
  }
}

function isSecret(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{22}$/.test(value);
}
