#!/usr/bin/env node
// An older Node must get as far as the message: here nothing is imported by a name that is new to it.
import module from 'node:module';
import { nodeFault } from './node-version.ts';

const fault = nodeFault(process.versions.node);
if (fault === undefined) {
  module.enableCompileCache();
  const { run, ownProcess } = await import('./program.ts');
  ownProcess();
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 2;
}
