import { copyFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'rolldown';
import { notices } from './scripts/third-party.ts';

/**
 * The published package: what runs at start-up is one file, because reading hundreds of modules takes longer than
 * building a small deck. Native code, data files and grammars loaded on demand stay packages of their own.
 */
const program = defineConfig({
  input: {
    cli: 'src/cli/main.ts',
    index: 'src/index.ts',
    draw: 'src/draw/drawing-program.ts',
    'deck-process': 'src/present/deck-process.ts',
  },
  platform: 'node',
  logLevel: 'warn',
  external: [
    /^highlight\.js\/lib\/languages/,
    /^sharp/,
    /^subset-font/,
    /^lightningcss/,
    /^reveal\.js/,
    /^katex/,
    /^@fontsource/,
    /^@iconify-json/,
    /^@sparticuz/,
    'yauzl',
  ],
  treeshake: { moduleSideEffects: false },
  output: { dir: 'lib', format: 'esm', minify: true, cleanDir: true, chunkFileNames: 'chunks/[name]-[hash].js' },
  plugins: [
    {
      name: 'third-party-notices',
      writeBundle(_, bundle) {
        const files = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
        writeFileSync('THIRD-PARTY-NOTICES.txt', `${notices(files, ['mermaid'])}\n`);
      },
    },
    {
      name: 'mermaid',
      // Its package is a hundred times the size of the one file that draws.
      writeBundle() {
        copyFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'lib/mermaid.min.js');
      },
    },
  ],
});

/** The script of a deck's page, as a text that decks are made with. */
const page = defineConfig({
  input: 'src/stage/page.ts',
  platform: 'browser',
  logLevel: 'warn',
  output: { file: 'lib/page.js', format: 'iife', name: 'lectern', minify: true },
});

export default [program, page];
