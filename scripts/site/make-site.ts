/** Makes the site: decks, pages, search and files, into a folder. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Eleventy, type UserConfig } from '@11ty/eleventy';
import { packageVersion } from '../../src/files/package-files.ts';
import { readDocs, type DocsPage } from '../../src/app/read-docs.ts';
import type { BrowserPlaces } from '../../src/browser/find-browser.ts';
import { writeAssets } from './assets.ts';
import { buildExamples, examplesOfPages } from './examples.ts';
import { ALL_OUTPUTS, buildDecks, buildThemes } from './galleries.ts';
import { galleryPages } from './gallery-pages.ts';
import { FIRST_DECK, homePage } from './home.ts';
import { docsBody, document } from './layout.ts';
import { llmsFullText, llmsText } from './llms.ts';
import { renderPage } from './render-page.ts';
import { docsPath, type Site, type SitePage } from './site.ts';

export interface SiteOptions {
  root: string;
  /** Folder for the site. */
  out: string;
  places: BrowserPlaces;
  /** Decks that are in the folder already stay as they are. @default false */
  keeps?: boolean;
  /** Makes a part of the decks only, in fewer outputs. @default all */
  only?: { decks: readonly string[]; themes: readonly string[]; pages: readonly string[]; outputs: readonly string[] };
  /** Serves the site at a port, and makes pages again when they change. @default none */
  port?: number | undefined;
}

export async function makeSite({ root, out, places, keeps = false, only, port }: SiteOptions): Promise<void> {
  const docs = await readDocs(path.join(root, 'docs'));
  const shared = { root, out, places, keeps };
  const first = readFirst(root);
  const shown = docs.filter(({ id }) => only?.pages.includes(id) ?? true);
  const outputs = only?.outputs ?? ALL_OUTPUTS;
  const site: Site = {
    version: packageVersion(),
    docs,
    first,
    live: await buildExamples(new Map([[FIRST_DECK, first.deck], ...examplesOfPages(shown)]), shared),
    decks: await buildDecks({ ...shared, outputs, only: only?.decks }),
    themes: await buildThemes({ ...shared, outputs, only: only?.themes }),
  };
  await writeAssets({ root, out, docs });
  writeFileSync(path.join(out, 'llms.txt'), llmsText(site));
  writeFileSync(path.join(out, 'llms-full.txt'), llmsFullText(site));
  await writePages(site, { root, out, port });
}

interface PagesOptions {
  root: string;
  out: string;
  port: number | undefined;
}

async function writePages(site: Site, { root, out, port }: PagesOptions): Promise<void> {
  const input = path.join(root, 'docs');
  const eleventy = new Eleventy(path.relative('', input), path.relative('', out), {
    quietMode: true,
    config: (config) => configure(config, { site, root, out }),
  });
  await eleventy.init();
  if (port === undefined) await eleventy.write();
  else {
    await eleventy.watch();
    await eleventy.serve(port);
  }
}

/** Tells Eleventy how pages are made: those in `docs/` of Markdown, all others of what was built. */
function configure(config: UserConfig, { site, root, out }: { site: Site; root: string; out: string }): void {
  config.setUseGitIgnore(false);
  config.setTemplateFormats(['md', '11ty.js']);
  config.ignores.add('docs/README.md');
  const pageOf = (inputPath: string): DocsPage | undefined =>
    site.docs.find(({ file }) => path.resolve(inputPath) === path.join(root, 'docs', file));
  config.addExtension('md', {
    outputFileExtension: 'html',
    compile: (text, inputPath) => async () => {
      const page = pageOf(inputPath);
      if (!page) return '';
      page.text = text;
      const { html, outline, files } = await renderPage(page, site, root);
      for (const file of files) copySource(file, { root, out });
      return document(
        {
          path: docsPath(page.id),
          title: page.title,
          description: page.about,
          part: 'docs',
          body: docsBody({ page, html, outline }, site),
        },
        site,
      );
    },
    compileOptions: {
      permalink: (_, inputPath) => () => {
        const page = pageOf(inputPath);
        return page ? docsPath(page.id) : '';
      },
    },
  });
  for (const page of [homePage(site), notFound(), ...galleryPages(site)]) {
    config.addTemplate(`docs/${page.path}.11ty.js`, () => document(page, site), { permalink: page.path });
  }
}

function copySource(file: string, { root, out }: { root: string; out: string }): void {
  const target = path.join(out, 'source', `${file}${/\.(?:ts|md)$/.test(file) ? '.txt' : ''}`);
  mkdirSync(path.dirname(target), { recursive: true });
  cpSync(path.join(root, file), target);
}

function notFound(): SitePage {
  return {
    path: '404.html',
    part: 'home',
    title: 'Page not found',
    description: 'This page does not exist.',
    body: '<main id="main" class="wide" tabindex="-1"><header class="opening"><h1>Page not found</h1><p>It may have moved. Press <kbd>/</kbd> to search the documentation.</p></header></main>',
  };
}

/** Reads the first deck out of the README, and how Lectern is installed out of the page about it. */
function readFirst(root: string): Site['first'] {
  const [, deck] = /^```markdown\n(---\n[\s\S]*?)^```$/m.exec(readFileSync(path.join(root, 'README.md'), 'utf8')) ?? [];
  const page = readFileSync(path.join(root, 'docs', 'getting-started.md'), 'utf8');
  const [, install] = /^## Install\n[\s\S]*?^```sh\n([\s\S]*?)^```$/m.exec(page) ?? [];
  if (deck === undefined) throw new Error('README.md has no deck');
  if (install === undefined) throw new Error('docs/getting-started.md does not say how to install Lectern');
  return { deck, install };
}
