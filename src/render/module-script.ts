import type { DirectExport, Import } from 'es-module-lexer';

/** Kinds of code of a plugin: a classic script, a module as a script, or a module that cannot become one. */
export type ModuleScript =
  | { kind: 'script' }
  /** The code as the body of a function, and the local names of its exports. */
  | { kind: 'module'; body: string; exports: ReadonlyMap<string, string> }
  | { kind: 'imports'; from: string };

/** The name that a default export without one gets. */
const DEFAULT = 'lecternDefault';

/**
 * Turns a module into the body of a function: an inline module is run after the page's scripts, and nothing can import
 * it. Its exports become local names, `import.meta.url` becomes the address of the page.
 *
 * @throws where the code cannot be read
 */
export async function moduleScript(code: string): Promise<ModuleScript> {
  const { init, parse } = await import('es-module-lexer');
  await init;
  const [imports, exports, , hasModuleSyntax] = parse(code);
  const from = imports.map(importedFile).find((name) => name !== undefined);
  if (from !== undefined) return { kind: 'imports', from };
  if (!hasModuleSyntax) return { kind: 'script' };
  const own = exports.filter((one): one is DirectExport => one.type === 'direct');
  const edits = [...imports.flatMap(withoutMeta), ...own.map((one) => withoutExport(code, one))];
  const names = own.map(({ name, localName = DEFAULT }): [string, string] => [name, localName]);
  return { kind: 'module', body: applyEdits(code, edits), exports: new Map(names) };
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Modules that a page on a disk cannot load: all but those with an address on the web. */
function importedFile({ type, specifier }: Import): string | undefined {
  if (type === 'import-meta' || typeof specifier !== 'string') return undefined;
  return type === 'dynamic' && /^(?:https?|data|blob):/i.test(specifier) ? undefined : specifier;
}

function withoutMeta({ type, importStart, importEnd }: Import): Edit[] {
  return type === 'import-meta' ? [{ start: importStart, end: importEnd, text: '({url:document.baseURI})' }] : [];
}

function withoutExport(code: string, { exportStart: start, localName }: DirectExport): Edit {
  const [statement] = /^export\s*(?:\{[^}]*\}\s*;?|default\b)?/.exec(code.slice(start)) ?? [''];
  const isDefault = statement.endsWith('default') && localName === undefined;
  return { start, end: start + statement.length, text: isDefault ? `const ${DEFAULT} =` : '' };
}

/** Several exports of one statement have the same edit. */
function applyEdits(code: string, edits: readonly Edit[]): string {
  const ordered = [...new Map(edits.map((edit) => [edit.start, edit])).values()].toSorted((a, b) => b.start - a.start);
  let edited = code;
  for (const { start, end, text } of ordered) edited = edited.slice(0, start) + text + edited.slice(end);
  return edited;
}
