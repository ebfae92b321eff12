import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What somebody may do: lead the talk, lead it from a phone, or look on. */
export type Role = 'speaker' | 'remote' | 'follower';

const ROLES: readonly Role[] = ['speaker', 'remote', 'follower'];

/** Knows who may do what. */
export interface Guests {
  /** The role that a cookie header proves, if it is one of those wanted. */
  has: (cookies: string | undefined, role: Role) => boolean;
  /** Takes a token from an address. @returns the cookie to set; `undefined` where the token is wrong. */
  admit: (role: Role, token: string) => string | undefined;
  /** The token that leads to a role; a remote's is good once. */
  token: (role: Role) => string;
  /** Wrong tokens from one address are counted; too many, and it is not listened to for a while. */
  tooMany: (address: string) => boolean;
  failed: (address: string) => void;
}

const MOST_FAILURES = 10;
const FAILURE_MEMORY = 60_000;

/** @param open - roles that need no token. */
export function createGuests(open: ReadonlySet<Role>, onPaired: () => void): Guests {
  const tokens = new Map<Role, string>(ROLES.map((role) => [role, secret()]));
  const sessions = new Map<Role, string>(ROLES.map((role) => [role, secret()]));
  const failures = new Map<string, { count: number; since: number }>();
  const recent = (address: string): { count: number; since: number } => {
    const known = failures.get(address);
    return known && Date.now() - known.since < FAILURE_MEMORY ? known : { count: 0, since: Date.now() };
  };
  return {
    has: (cookies, role) => open.has(role) || same(cookieOf(cookies, role), sessions.get(role) ?? ''),
    admit(role, token) {
      if (!same(token, tokens.get(role) ?? '')) return undefined;
      if (role === 'remote') {
        tokens.set(role, secret());
        onPaired();
      }
      return `lectern_${role}=${sessions.get(role)}; Path=/; HttpOnly; SameSite=Strict`;
    },
    token: (role) => tokens.get(role) ?? '',
    tooMany: (address) => recent(address).count >= MOST_FAILURES,
    failed(address) {
      const { count, since } = recent(address);
      // Whoever comes from many addresses must not fill the memory.
      if (failures.size > 10_000) failures.clear();
      failures.set(address, { count: count + 1, since });
    },
  };
}

function secret(): string {
  return randomBytes(16).toString('base64url');
}

function cookieOf(cookies: string | undefined, role: Role): string {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`lectern_${role}=`))?.slice(`lectern_${role}=`.length) ?? '';
}

/** Takes as long for a token that is nearly right as for any other. */
function same(a: string, b: string): boolean {
  const [given, wanted] = [Buffer.from(a), Buffer.from(b)];
  return given.length === wanted.length && wanted.length > 0 && timingSafeEqual(given, wanted);
}
