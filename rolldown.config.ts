import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';
import { CLIENT_SCRIPTS, clientBundle } from './src/files/client-scripts.ts';
import { notices } from './scripts/third-party.ts';

/**
 * What runs together is one file: reading a hundred of them takes as long as building a small deck. Each chunk holds
 * these modules and what they import, as far as no chunk before it does.
 */
const CHUNKS = {
  run: ['src/cli/run.ts'],
  build: ['src/cli/commands/build.ts'],
  driver: ['src/browser/puppeteer.ts'],
  print: ['src/export/print-slides.ts'],
};
const chunkOf = new Map<string, string>();

const chunks: Plugin = {
  name: 'chunks',
  buildEnd() {
    for (const [chunk, entries] of Object.entries(CHUNKS)) {
      const modules = entries.map((entry) => path.resolve(entry));
      for (const id of modules) {
        if (chunkOf.has(id)) continue;
        chunkOf.set(id, chunk);
        modules.push(...(this.getModuleInfo(id)?.importedIds ?? []));
      }
    }
  },
};

const bundled: string[] = [];

const thirdPartyNotices: Plugin = {
  name: 'third-party-notices',
  writeBundle(_, bundle) {
    bundled.push(...Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : [])));
    writeFileSync('THIRD-PARTY-NOTICES.txt', `${notices(bundled, ['mermaid'])}\n`);
  },
};

/** The grammars of code languages, each a chunk: as a package they are eight times as large. */
const grammars: Plugin = {
  name: 'grammars',
  transform(code, id) {
    if (!id.endsWith(path.join('src', 'html', 'highlight.ts'))) return null;
    const folder = path.join(
      path.dirname(createRequire(import.meta.url).resolve('highlight.js/package.json')),
      'es',
      'languages',
    );
    const names = readdirSync(folder).flatMap((file) => /^([\w-]+)\.js$/.exec(file)?.[1] ?? []);
    const rows = names.map((name) => `'${name}': () => import('highlight.js/lib/languages/${name}')`);
    const call = 'import(`highlight.js/lib/languages/${name}`)';
    if (!code.includes(call)) throw new Error('the highlighter loads its grammars otherwise');
    return { code: code.replace(call, `({${rows.join(',')}})[name]()`) };
  },
};

/** The model of the English tagger: three megabytes of JSON are one when they are compressed, and two of its parts are not used. */
const taggerModel: Plugin = {
  name: 'tagger-model',
  transform(code, id) {
    if (id.endsWith('eng-ner-model.json')) return { code: '[]' };
    // It wants an automaton for moods, whichever: that for negations is the smallest.
    if (id.endsWith('eng-sa-model.json')) {
      return { code: readFileSync(path.join(path.dirname(id), 'eng-negation-model.json'), 'utf8') };
    }
    if (!id.endsWith('read-core-model.js')) return null;
    const file = /require\("(\.\/[^"]*eng-core-web-model\.json)"\)/.exec(code);
    if (!file) throw new Error('the model of the tagger is loaded otherwise');
    const packed = brotliCompressSync(readFileSync(path.join(path.dirname(id), file[1] ?? ''))).toString('base64');
    const read = `JSON.parse(require("node:zlib").brotliDecompressSync(Buffer.from("${packed}","base64")).toString())`;
    return { code: code.replace(file[0], () => read) };
  },
};

/** Most of a schema is text for people who write by it. */
const plainSchema: Plugin = {
  name: 'plain-schema',
  transform(code, id) {
    if (!id.endsWith('vega-lite-schema.json')) return null;
    const plain: unknown = JSON.parse(code, (key, value: unknown) =>
      key === 'description' && typeof value === 'string' ? undefined : value,
    );
    return { code: JSON.stringify(plain) };
  },
};

/** Scripts that `vm` loads cannot import modules: the loader hands them what can. */
const importsByLoader: Plugin = {
  name: 'imports-by-loader',
  renderChunk(code) {
    const starts: number[] = [];
    const visitor = new Visitor({ ImportExpression: ({ start }) => void starts.push(start) });
    visitor.visit(parseSync('chunk.js', code).program);
    let [text, done] = ['', 0];
    for (const start of starts.toSorted((a, b) => a - b)) {
      text += `${code.slice(done, start)}lecternImport`;
      done = start + 'import'.length;
    }
    return { code: text + code.slice(done) };
  },
};

/** The published package. Native code and data files stay packages of their own. */
const onNode = {
  platform: 'node',
  logLevel: 'warn',
  external: [
    /^sharp/,
    /^subset-font/,
    /^lightningcss/,
    /^reveal\.js/,
    /^katex/,
    /^@fontsource/,
    /^@iconify-json/,
    /^@sparticuz/,
    'yauzl',
    // Only a checkout bundles scripts for pages.
    'rolldown',
  ],
  treeshake: { moduleSideEffects: false },
} satisfies RolldownOptions;

/** Its other form loads parts of itself at run time. */
const resolve = { alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' } };

/** The program, as scripts whose compiled code can be kept; `src/files/load-bundle.ts` says how and why. */
const program = defineConfig({
  ...onNode,
  resolve,
  input: { program: 'src/cli/program.ts', 'deck-program': 'src/present/deck-program.ts', index: 'src/index.ts' },
  output: {
    dir: 'lib/program',
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups: Object.keys(CHUNKS).map((name) => ({ name, test: (id) => chunkOf.get(id) === name })) },
  },
  plugins: [
    chunks,
    grammars,
    taggerModel,
    thirdPartyNotices,
    importsByLoader,
    {
      name: 'mermaid',
      // Its package is a hundred times the size of the one file that draws.
      writeBundle() {
        copyFileSync(createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'), 'lib/mermaid.min.js');
      },
    },
  ],
});

/** What Node runs: small, and in step with it. */
const starters = defineConfig({
  ...onNode,
  input: { cli: 'src/cli/packaged.ts', 'deck-process': 'src/present/packaged-deck-process.ts' },
  output: { dir: 'lib', format: 'esm', minify: true, cleanDir: true, chunkFileNames: '[name]-[hash].js' },
  plugins: [
    {
      name: 'library',
      writeBundle() {
        writeFileSync('lib/index.js', "export * from './program/index.cjs';\n");
      },
    },
  ],
});

/** The process that draws: it starts without what it does not need of the others. */
const drawing = defineConfig({
  ...onNode,
  input: { draw: 'src/diagrams/drawing-program.ts' },
  output: { dir: 'lib', format: 'esm', minify: true, chunkFileNames: 'chunks/draw-[name]-[hash].js' },
  resolve,
  plugins: [thirdPartyNotices, plainSchema],
});

/** Scripts for pages, as texts. */
const client = CLIENT_SCRIPTS.map((name): RolldownOptions => {
  const { input, platform, logLevel, output } = clientBundle(name);
  const written = Object.assign(output, { file: `lib/client/${name}.js` });
  return { input, platform, logLevel, output: written, plugins: [thirdPartyNotices] };
});

export default [starters, program, drawing, ...client];
