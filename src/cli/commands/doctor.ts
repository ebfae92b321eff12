import { checkBrowser } from '../../browser/check-browser.ts';
import { findBrowsers } from '../../browser/find-browser.ts';
import { packageVersion } from '../../files/package-files.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import { browserOf, readCall } from '../read-call.ts';
import { say, sayText } from '../terminal.ts';
import { sentences } from '../../model/errors.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('doctor', args);
  if (!call) return FINE;
  const places = browserOf(call);
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
