/** Origins that are safe in a policy; other characters could end a directive or stand for several hosts. */
const ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/** Returns the origin of a web page that a deck may show in a frame; `undefined` for other addresses. */
export function frameOrigin(address: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return ORIGIN.test(origin) ? origin : undefined;
}
