import { diagnose, type Diagnosis, type FoundPlugin } from '../../app/diagnose.ts';
import type { BrowserPlaces } from '../../browser/find-browser.ts';
import { errorOf, sentences } from '../../model/errors.ts';
import { diagnosisJson } from '../diagnosis-json.ts';
import { browserMirror } from '../environment.ts';
import { FINE, USAGE } from '../exit-codes.ts';
import * as options from '../options.ts';
import { browserOf, configOf, readCall } from '../read-call.ts';
import { complainText, say, sayJson, sayText } from '../terminal.ts';

export async function run(args: string[]): Promise<number> {
  const call = readCall('doctor', args);
  if (!call) return FINE;
  const json = call.get(options.json) ?? false;
  const places = browserOf(call);
  // A report for programs is nothing but JSON.
  if (call.get(options.install) && !(await fetchBrowser(places, json ? complainText : sayText))) return USAGE;
  const diagnosis = await diagnose(places, configOf(call));
  if (json) sayJson(diagnosisJson(diagnosis));
  else print(diagnosis);
  return diagnosis.ok ? FINE : USAGE;
}

/** @returns whether it is there. */
async function fetchBrowser(places: BrowserPlaces, tell: (text: string) => void): Promise<boolean> {
  const { installBrowser } = await import('../../browser/install-browser.ts');
  try {
    const place = await installBrowser({ places, mirror: browserMirror(), tell });
    tell(`Installed ${place}`);
    return true;
  } catch (error) {
    tell(sentences(errorOf(error)));
    return false;
  }
}

function print({ lectern, node, system, project, browsers, endpoint, printing }: Diagnosis): void {
  say`Lectern ${lectern}, Node ${node}, ${system.platform} ${system.arch}`;
  printProject(project);
  sayText(browsers.length > 0 ? 'Browsers, best first:' : 'Browsers: none');
  for (const { kind, place, version } of browsers) {
    say`  ${kind.padEnd(9)}  ${version ? `${version}, unpacked below ${place}` : place}`;
  }
  if (endpoint) say`Named by ${endpoint.by}: ${endpoint.url}`;
  const { problem, product, milliseconds } = printing;
  if (problem) say`Printing does not work: ${sentences(problem)}`;
  else say`Printing works: ${product}, one page in ${milliseconds} ms`;
}

function printProject({ file, problem, plugins, parts, unused }: Diagnosis['project']): void {
  if (problem !== undefined) {
    say`Config does not work: ${problem}`;
    return;
  }
  say`Config: ${file ?? 'none'}`;
  if (plugins.length > 0) sayText('Plugins:');
  for (const plugin of plugins) say`  ${titleOf(plugin)}: ${plugin.brings.join(', ')} (${plugin.place})`;
  for (const [what, names] of Object.entries(parts)) say`  ${what}: ${names.join(', ')}`;
  if (unused.length > 0) sayText('Installed, but not in “plugins”:');
  for (const plugin of unused) say`  ${titleOf(plugin)} (${plugin.place})`;
}

function titleOf({ name, version }: FoundPlugin): string {
  return [name, version].filter(Boolean).join(' ');
}
