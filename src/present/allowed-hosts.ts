import os from 'node:os';
import type { Certificate } from './certificate.ts';

/** Tells whether other computers can connect to a host. */
export function isOpen(host: string): boolean {
  return !/^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/i.test(host);
}

/** Returns the address of this computer in its network; `undefined` where there is no network. */
export function networkAddress(): string | undefined {
  const found = Object.values(os.networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  // Private networks first: that is where phones and laptops meet.
  return (found.find(({ address }) => /^(?:192\.168|10\.|172\.(?:1[6-9]|2\d|3[01]))/.test(address)) ?? found[0])
    ?.address;
}

/**
 * Names that a request may call this server by. A page of the web can have its own name point at this computer, but it
 * cannot call it by another: https://en.wikipedia.org/wiki/DNS_rebinding
 */
export function hostCheck(
  host: string,
  port: () => number,
  certificate?: Certificate,
): (header: string | undefined) => boolean {
  const addresses = Object.values(os.networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  const local = ['localhost', '127.0.0.1', '[::1]', host];
  const others = [
    ...addresses.map((address) => (address.includes(':') ? `[${address}]` : address)),
    os.hostname(),
    `${os.hostname()}.local`,
  ];
  const names = new Set((isOpen(host) ? [...local, ...others] : local).map((name) => name.toLowerCase()));
  // Nobody else has the key of a certificate, so requests by its names are meant for this server.
  const certified = certificate?.names ?? [];
  for (const name of certified) names.add(name.includes(':') ? `[${name}]` : name);
  const usual = certificate ? '443' : '80';
  return (header) => {
    const [, name = '', given = usual] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(header?.toLowerCase() ?? '') ?? [];
    // A star stands for one part of a name.
    return (names.has(name) || certified.includes(name.replace(/^[^.*]+\./, '*.'))) && Number(given) === port();
  };
}
