/** Whatever else a host may hold could end a directive of a policy, or means more than one host there. */
const ORIGIN = /^https?:\/\/[\w.-]+(?::\d+)?$/;

/** The origin of a page of the web that a deck may show in a frame; `undefined` for every other address. */
export function frameOrigin(address: string): string | undefined {
  if (!/^https?:\/\/[^\s/]/i.test(address) || !URL.canParse(address)) return undefined;
  const { origin } = new URL(address);
  return ORIGIN.test(origin) ? origin : undefined;
}
