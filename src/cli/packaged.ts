#!/usr/bin/env node
// `lectern` in the published package: as main.ts, with the bundle of program.ts. Nothing is imported by a name that is new
// to an older Node.
import { loadBundle } from '../files/load-bundle.ts';
import { nodeFault } from './node-version.ts';

const fault = nodeFault(process.versions.node);
if (fault === undefined) {
  const { run, ownProcess } = loadBundle<typeof import('./program.ts')>('program');
  ownProcess();
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 2;
}
