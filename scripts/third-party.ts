/** Collects the licences of what the bundle in lib/ has of other packages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** A package whose code is in the bundle. */
export interface BundledPackage {
  name: string;
  version: string;
  licence: string;
  author: string;
  repository: string;
  /** Texts of its licence and its notices. */
  texts: string[];
}

interface Manifest {
  name?: string;
  version?: string;
  license?: string;
  author?: string | { name?: string };
  repository?: string | { url?: string };
  dependencies?: Record<string, string>;
}

const LICENCE = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/i;

/** Returns the packages that some files belong to. */
export function packagesOf(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const file of files) {
    const folder = packageFolder(file.replace(/^\0/, '').replace(/\?.*$/, ''));
    if (folder?.includes(`${path.sep}node_modules${path.sep}`)) folders.add(folder);
  }
  return folders;
}

/** Returns a package and all that it needs: a file that others bundled may have these inside it. */
export function withDependencies(folder: string, found = new Set<string>()): Set<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
    const dependency = installed(name, folder);
    if (dependency !== undefined) withDependencies(dependency, found);
  }
  return found;
}

/** Returns the folder that a package is installed in, as another one sees it. */
export function installed(name: string, from: string): string | undefined {
  const places = createRequire(path.join(from, 'package.json')).resolve.paths(name) ?? [];
  return places.map((place) => path.join(place, name)).find((folder) => existsSync(path.join(folder, 'package.json')));
}

function packageFolder(file: string): string | undefined {
  for (let folder = path.dirname(file); path.dirname(folder) !== folder; folder = path.dirname(folder)) {
    if (manifestOf(folder).name !== undefined) return folder;
  }
  return undefined;
}

function manifestOf(folder: string): Manifest {
  const file = path.join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** Reads the licence of a package. */
export function describe(folder: string): BundledPackage {
  const { name = '', version = '', license = '', author, repository } = manifestOf(folder);
  const names = readdirSync(folder).filter((file) => LICENCE.test(file));
  const texts = names.toSorted().map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  return {
    name,
    version,
    licence: license,
    author: (typeof author === 'string' ? author : author?.name) ?? '',
    repository: (typeof repository === 'string' ? repository : repository?.url) ?? '',
    texts,
  };
}

interface Program extends Omit<BundledPackage, 'texts' | 'version'> {
  /** The package that has it inside. */
  of: string;
}

/** Programs inside of packages, in a form that carries no licence of its own. */
const INSIDE: readonly Program[] = [
  {
    of: '@viz-js/viz',
    name: 'Graphviz',
    licence: 'EPL-1.0',
    author: 'AT&T and the Graphviz authors; compiled to WebAssembly by @viz-js/viz',
    repository: 'https://gitlab.com/graphviz/graphviz',
  },
  {
    of: '@viz-js/viz',
    name: 'Expat',
    licence: 'MIT',
    author: 'Thai Open Source Software Center Ltd, Clark Cooper, the Expat maintainers; compiled by @viz-js/viz',
    repository: 'https://github.com/libexpat/libexpat',
  },
  {
    of: 'puppeteer-core',
    name: 'RxJS',
    licence: 'Apache-2.0',
    author: 'Google, Inc., Netflix, Inc., Microsoft Corp. and contributors; inside of puppeteer-core',
    repository: 'https://github.com/ReactiveX/rxjs',
  },
  {
    of: 'puppeteer-core',
    name: 'Mitt',
    licence: 'MIT',
    author: 'Jason Miller; inside of puppeteer-core',
    repository: 'https://github.com/developit/mitt',
  },
  {
    of: 'puppeteer-core',
    name: 'Parsel',
    licence: 'MIT',
    author: 'Lea Verou; inside of puppeteer-core',
    repository: 'https://github.com/LeaVerou/parsel',
  },
  {
    of: 'puppeteer-core',
    name: 'urlpattern-polyfill',
    licence: 'MIT',
    author: 'Intel Corporation; inside of puppeteer-core',
    repository: 'https://github.com/kenchris/urlpattern-polyfill',
  },
];

/**
 * Writes the notices of all packages that a bundle has code of.
 *
 * @param files - the modules in the bundle.
 * @param bundledByOthers - names of packages whose ready-made bundles are copied, with what they need inside.
 */
export function notices(files: Iterable<string>, bundledByOthers: readonly string[]): string {
  const folders = packagesOf(files);
  for (const name of bundledByOthers) {
    const folder = installed(name, process.cwd());
    if (folder === undefined) throw new Error(`${name} is not installed`);
    for (const found of withDependencies(folder)) folders.add(found);
  }
  const packages = [...folders].map(describe);
  const inside = INSIDE.filter(({ of }) => packages.some(({ name }) => name === of));
  const all = new Map<string, Notice>([...packages, ...inside].map((found) => [titleOf(found), found]));
  const sorted = [...all].toSorted(([one], [other]) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
  const known = new Map<string, string>();
  return [HEAD, ...sorted.map(([title, found]) => notice(title, found, known))].join(`\n\n${'-'.repeat(80)}\n\n`);
}

type Notice = Omit<BundledPackage, 'texts' | 'version'> & Partial<BundledPackage>;

const HEAD = `Third-party notices

Files in lib/ contain code of the packages and programs below, under their own licences.`;

function titleOf({ name, version }: Notice): string {
  return [name, version].filter(Boolean).join(' ');
}

/** @param known - texts that are above, and the titles that they belong to. */
function notice(
  title: string,
  { licence, author, repository, texts = [] }: Notice,
  known: Map<string, string>,
): string {
  const facts = [
    title,
    licence && `Licence: ${licence}`,
    author && `Copyright: ${author}`,
    repository && `Source: ${repository}`,
  ];
  const own = texts.length > 0 ? texts : [standardText(licence, title)];
  const shown = own.map((text) => {
    const first = known.get(text);
    known.set(text, first ?? title);
    return first === undefined ? text : `The text of the licence is that of ${first}, above.`;
  });
  return [facts.filter(Boolean).join('\n'), ...shown].join('\n\n');
}

/** The text of a licence that a package names and does not have with it. */
function standardText(licence: string, title: string): string {
  try {
    const found = createRequire(import.meta.url)(`spdx-license-list/licenses/${licence}`) as { licenseText: string };
    return found.licenseText.trim();
  } catch {
    throw new Error(`${title} has no licence text, and “${licence}” is not on the SPDX list`);
  }
}
