#!/usr/bin/env node
// An older Node must get as far as the message: here nothing is imported by a name that it does not know.
import module from 'node:module';
import v8 from 'node:v8';
import { nodeFault } from './node-version.ts';

const fault = nodeFault(process.versions.node);
if (fault === undefined) {
  // Fonts are cut by WebAssembly that runs for a few milliseconds. V8 would go on to optimise it in the background, and the
  // process would wait for that when everything is done: a build with new letters took twice as long. Flags are part of the
  // key of compiled code, so they come first.
  v8.setFlagsFromString('--liftoff-only');
  // Compiling the bundle takes a third of the time that a small deck does; what was compiled once is kept by Node.
  module.enableCompileCache();
  const { run } = await import('./run.ts');
  process.exitCode = await run(process.argv.slice(2));
} else {
  process.stderr.write(`${fault}\n`);
  process.exitCode = 2;
}
