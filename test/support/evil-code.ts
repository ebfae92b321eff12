import { globSync } from 'node:fs';

/** Code that leaves a file beside it where it runs. */
export const EVIL: string =
  "import { writeFileSync } from 'node:fs';\nwriteFileSync(new URL('ran', import.meta.url), '');\nexport default () => {};\n";
/** The same as a config. */
export const EVIL_CONFIG: string = EVIL.replace('() => {}', '{}');
/** Where code has run, below a folder. */
export function ranIn(folder: string): string[] {
  return globSync('**/ran', { cwd: folder });
}

/** The same as an installed package. */
export const EVIL_PACKAGE: Readonly<Record<string, string>> = {
  'node_modules/evil/package.json': '{"type": "module", "exports": "./index.js"}',
  'node_modules/evil/index.js': EVIL,
};
