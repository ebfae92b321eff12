import { isOpen, networkAddress } from './allowed-hosts.ts';
import type { Role } from './access.ts';
import type { Certificate } from './certificate.ts';

/** Returns where somebody reaches a server, without a path. */
export function talkOrigin(
  host: string,
  role: Role,
  { port, certificate }: { port: number; certificate: Certificate | undefined },
): string {
  const name = certificate ? certifiedHost(host, role, certificate) : shownHost(host, role);
  const shown = name.includes(':') ? `[${name}]` : name;
  return certificate ? `https://${shown}:${port}` : `http://${shown}:${port}`;
}

/** The speaker sits at this computer; everyone else needs its address in the network. */
function shownHost(host: string, role: Role): string {
  if (host !== '0.0.0.0' && host !== '::') return host;
  return role === 'speaker' ? '127.0.0.1' : (networkAddress() ?? '127.0.0.1');
}

/** Browsers take a certificate for the names in it alone. */
function certifiedHost(host: string, role: Role, { names }: Certificate): string {
  const here = ['localhost', '127.0.0.1', '::1'];
  const shown = shownHost(host, role);
  const own = here.find((name) => names.includes(name));
  if (own !== undefined && (role === 'speaker' || !isOpen(host))) return own;
  if (names.includes(shown)) return shown;
  const others = names.filter((name) => !here.includes(name) && !name.startsWith('*.'));
  // Names before addresses: the address of a computer is another one in each network.
  return others.find((name) => /[a-z]/.test(name) && !name.includes(':')) ?? shown;
}
