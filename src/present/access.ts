import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Permissions of a client: lead the talk, lead it from a phone, or watch. */
export type Role = 'speaker' | 'remote' | 'follower';

export const ROLES: readonly Role[] = ['speaker', 'remote', 'follower'];

/** Knows who may do what. */
export interface Access {
  /** The role that a cookie header proves, if it is one of those wanted. */
  has: (cookies: string | undefined, role: Role) => boolean;
  /** Takes a token. @returns the cookie to set; `undefined` where the token is wrong. */
  admit: (role: Role, token: string) => string | undefined;
  /** The token that leads to a role; those that lead the talk are good once. */
  token: (role: Role) => string;
  /** A token for a program that opens the page: good once as well, and for a minute only, since others see it. */
  passingToken: (role: Role) => string;
  /** The token of a page on a home screen: good as long as the role's cookie. `undefined` where none is needed. */
  homeToken: (role: Role) => string | undefined;
  /** Wrong tokens from one address are counted; right ones are always taken. */
  tooMany: (address: string) => boolean;
  failed: (address: string) => void;
  /** The number that a cookie header proves: it tells one follower from another, and nothing else. */
  voter: (cookies: string | undefined) => string | undefined;
  /** A cookie with a new number. */
  newVoter: () => string;
}

export interface AccessOptions {
  /** Roles that need no token. */
  open: ReadonlySet<Role>;
  /** Stands for the deck in the names of cookies. */
  deck: string;
  /** Secrets of the cookies that prove each role. */
  sessions: Readonly<Record<Role, string>>;
  /** The token of followers. */
  invitation: string;
  /** Proves that this server gave a number. */
  key: string;
  /** Pages come by HTTPS. */
  secure?: boolean;
  /** A token was taken that was good once; there is another one now. */
  onPaired: (role: Role) => void;
}

const MOST_FAILURES = 10;
const FAILURE_MEMORY = 60_000;
/** How long a token is good that others may see, in ms. */
const PASSING = 60_000;
/** Seconds; people who come back find the talk after their browser was closed. */
const COOKIE_AGE = 24 * 60 * 60;

/** Creates the access control of a talk. */
export function createAccess(options: AccessOptions): Access {
  const { open, deck, sessions, invitation, onPaired } = options;
  const tokens = new Map<Role, string>([
    ['speaker', token()],
    ['remote', token()],
    ['follower', invitation],
  ]);
  const passing = new Map<Role, { token: string; until: number }>();
  const failures = new Map<string, { count: number; since: number }>();
  const nameOf = (role: Role): string => `lectern_${role}_${deck}`;
  const cookie = cookieMaker(options.secure === true);
  const recent = (address: string): { count: number; since: number } => {
    const known = failures.get(address);
    return known && Date.now() - known.since < FAILURE_MEMORY ? known : { count: 0, since: Date.now() };
  };
  // Nobody gets from it to the cookie.
  const homeToken = (role: Role): string =>
    role === 'follower' ? invitation : createHmac('sha256', sessions[role]).update('home screen').digest('base64url');
  const takes = (role: Role, given: string): boolean => {
    const pass = passing.get(role);
    if (pass && same(given, pass.token)) {
      passing.delete(role);
      return pass.until > Date.now();
    }
    if (same(given, homeToken(role))) return true;
    if (!same(given, tokens.get(role) ?? '')) return false;
    if (role !== 'follower') {
      tokens.set(role, token());
      onPaired(role);
    }
    return true;
  };
  return {
    has: (cookies, role) => open.has(role) || same(cookieOf(cookies, nameOf(role)), sessions[role]),
    admit: (role, given) => (takes(role, given) ? cookie(nameOf(role), sessions[role]) : undefined),
    token: (role) => tokens.get(role) ?? '',
    passingToken(role) {
      const pass = { token: token(), until: Date.now() + PASSING };
      passing.set(role, pass);
      return pass.token;
    },
    homeToken: (role) => (open.has(role) ? undefined : homeToken(role)),
    tooMany: (address) => recent(address).count >= MOST_FAILURES,
    failed(address) {
      const { count, since } = recent(address);
      // Clients with many addresses must not fill the memory.
      if (failures.size > 10_000) failures.clear();
      failures.set(address, { count: count + 1, since });
    },
    ...voterNumbers(options, cookie),
  };
}

type MakeCookie = (name: string, value: string) => string;

function cookieMaker(secure: boolean): MakeCookie {
  const more = secure ? '; Secure' : '';
  return (name, value) => `${name}=${value}; Path=/; Max-Age=${COOKIE_AGE}; HttpOnly; SameSite=Strict${more}`;
}

/**
 * Numbers that tell followers apart. A number cannot be made up; a follower who takes another one meets a limit
 * elsewhere.
 */
function voterNumbers({ deck, key }: AccessOptions, cookie: MakeCookie): Pick<Access, 'voter' | 'newVoter'> {
  const name = `lectern_voter_${deck}`;
  const proofOf = (id: string): string =>
    createHmac('sha256', key).update(`voter ${id}`).digest('base64url').slice(0, 22);
  return {
    voter(cookies) {
      const [id = '', proof = ''] = cookieOf(cookies, name).split('.');
      return same(proof, proofOf(id)) ? id : undefined;
    },
    newVoter() {
      const id = token();
      return cookie(name, `${id}.${proofOf(id)}`);
    },
  };
}

function token(): string {
  return randomBytes(16).toString('base64url');
}

function cookieOf(cookies: string | undefined, name: string): string {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** Takes as long for a token that is nearly right as for any other. */
function same(a: string, b: string): boolean {
  const [given, wanted] = [Buffer.from(a), Buffer.from(b)];
  return given.length === wanted.length && wanted.length > 0 && timingSafeEqual(given, wanted);
}
