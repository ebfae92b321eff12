import type { ParseArgsConfig } from 'node:util';
import { checkBrowser } from '../../browser/check-browser.ts';
import { findBrowsers } from '../../browser/find-browser.ts';
import { packageVersion } from '../../files/package-files.ts';
import { browserPlaces } from '../environment.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments } from '../project-options.ts';

const OPTIONS = {
  browser: { type: 'string' },
  'browser-url': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsConfig['options'];

const HELP = `Usage: lectern doctor [--browser PATH | --browser-url URL]

Says what Lectern found on this system and prints a test page with the browser it would use.`;

export async function run(args: string[]): Promise<number> {
  const given = [...(await projectArguments([])), ...args];
  const { values } = parseOptions(given, OPTIONS, 'lectern doctor --help');
  if (values.help) {
    console.log(HELP);
    return FINE;
  }
  const places = browserPlaces({ path: values.browser, url: values['browser-url'] });
  console.log(`Lectern ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`);
  const found = await findBrowsers(places);
  console.log(found.length > 0 ? 'Browsers, best first:' : 'Browsers: none');
  for (const { kind, place, version } of found) {
    console.log(`  ${kind.padEnd(9)}  ${version ? `${version}, unpacked below ${place}` : place}`);
  }
  if (places.endpoint) console.log(`Named by ${places.endpoint.by}: ${places.endpoint.url}`);
  const { problem, product, milliseconds } = await checkBrowser(places);
  if (problem) {
    console.log(`Printing does not work: ${problem.message}. ${problem.advice}`);
    return USAGE;
  }
  console.log(`Printing works: ${product}, one page in ${milliseconds} ms`);
  return FINE;
}
