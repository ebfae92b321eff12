/** Files that are there to be loaded. */
const FILE =
  /\.(?:m?js|css|json|wasm|woff2?|[ot]tf|png|jpe?g|gif|webp|avif|svg|mp[34]|webm|ogg|wav|html?|ya?ml|csv|txt)(?:[?#]|$)/i;
/** Hosts that do nothing but deliver files. */
const DELIVERY =
  /^(?:cdn[.-]|cdnjs\.|fonts\.|use\.|unpkg\.com|esm\.sh|[\w-]+\.(?:jsdelivr\.net|googleapis\.com|gstatic\.com|cloudflare\.com))/i;
/** Attributes that load their address. */
const LOADING =
  /(?:\bfetch|\bimport|\bimportScripts|\.open|WebSocket|EventSource|\b(?:src|href|url|URL)\s*[:=]|,)\s*\(?\s*$/;
const SOCKET = /^wss?:/i;

/**
 * Finds addresses in a script that it seems to load something from: as far as a look at its text can tell. Names of
 * namespaces, links and addresses in comments are none.
 *
 * @returns origins with the first address of each.
 */
export function webAddresses(code: string): string[] {
  const found = new Map<string, string>();
  for (const { 0: whole, 2: address = '', index } of code.matchAll(
    /(["'`])((?:https?:|wss?:)?\/\/[\w.-]+\.[a-z]{2,}[^"'`\s\\<>]*)/gi,
  )) {
    const url = parsed(address);
    if (!url) continue;
    const before = code.slice(Math.max(0, index - 40), index);
    const call = LOADING.exec(before)?.[0] ?? '';
    const loads =
      FILE.test(url.pathname) ||
      DELIVERY.test(url.host) ||
      SOCKET.test(address) ||
      /fetch|import|open|Web|Event/.test(call);
    if (loads && whole && !found.has(url.origin)) found.set(url.origin, address);
  }
  return [...found.values()];
}

function parsed(address: string): URL | undefined {
  const whole = address.startsWith('//') ? `https:${address}` : address;
  return URL.canParse(whole) ? new URL(whole) : undefined;
}
