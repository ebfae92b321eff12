#!/usr/bin/env node
import { enableCompileCache } from 'node:module';

// Compiling the bundle takes a third of the time that a small deck does; what was compiled once is kept by Node.
enableCompileCache();
const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
