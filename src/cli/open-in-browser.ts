import { spawn } from 'node:child_process';

/** Has the system open an address; where it cannot, its user has read the address. */
export function openInBrowser(address: string): void {
  const [command, ...args] = openers()[process.platform] ?? ['xdg-open'];
  const child = spawn(command ?? 'xdg-open', [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

function openers(): Partial<Record<NodeJS.Platform, string[]>> {
  return { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
}
