/** The oldest Node that the package runs on; `engines` in package.json says the same. */
export const OLDEST_NODE = '22.18';

/** Says what is wrong with a version of Node; `undefined` for one that is new enough. */
export function nodeFault(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `lectern: needs Node ${OLDEST_NODE} or newer, this is ${version}. Install a newer one from https://nodejs.org.`;
}
