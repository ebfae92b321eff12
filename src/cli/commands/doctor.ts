import type { ParseArgsConfig } from 'node:util';
import { checkBrowser } from '../../browser/check-browser.ts';
import { findBrowsers } from '../../browser/find-browser.ts';
import { packageVersion } from '../../files/package-files.ts';
import { browserPlaces } from '../environment.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import { parseOptions } from '../parse-options.ts';
import { projectArguments } from '../project-options.ts';
import { say, sayText } from '../terminal.ts';
import { sentences } from '../../model/errors.ts';

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
    sayText(HELP);
    return FINE;
  }
  const places = browserPlaces({ path: values.browser, url: values['browser-url'] });
  say`Lectern ${packageVersion()}, Node ${process.version}, ${process.platform} ${process.arch}`;
  const found = await findBrowsers(places);
  sayText(found.length > 0 ? 'Browsers, best first:' : 'Browsers: none');
  for (const { kind, place, version } of found) {
    say`  ${kind.padEnd(9)}  ${version ? `${version}, unpacked below ${place}` : place}`;
  }
  if (places.endpoint) say`Named by ${places.endpoint.by}: ${places.endpoint.url}`;
  const { problem, product, milliseconds } = await checkBrowser(places);
  if (problem) {
    say`Printing does not work: ${sentences(problem)}`;
    return USAGE;
  }
  say`Printing works: ${product}, one page in ${milliseconds} ms`;
  return FINE;
}
