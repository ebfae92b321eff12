import { Script } from 'node:vm';
import { inScriptElement } from './document-head.ts';
import { moduleScript } from './module-script.ts';

/** A plugin whose code cannot be used in a page. */
export class PluginFault extends Error {}

export interface PluginCode {
  /** Text of the file. */
  code: string;
  global?: string | undefined;
  options: Readonly<Record<string, unknown>>;
}

/**
 * Makes one classic script of a plugin's code. The script leaves the plugin and its options as `lectern` at its own
 * element.
 *
 * @throws PluginFault where the code cannot be used
 */
export async function pluginScript({ code, global, options }: PluginCode): Promise<string> {
  const found = await moduleScript(code).catch((error: unknown) => {
    const [, line, column] = /@:(\d+):(\d+)/.exec(reasonOf(error)) ?? [];
    throw new PluginFault(`its script cannot be read; there is a mistake at line ${line}, column ${column} or before`);
  });
  if (found.kind === 'imports') {
    throw new PluginFault(
      `its script imports “${found.from}”, and a page has nothing to load it from; name a bundled build`,
    );
  }
  const text = found.kind === 'module' ? fromModule(found, global) : fromScript(code, global);
  const script = inScriptElement(
    `${text.code}\nObject.assign(document.currentScript,{lectern:{plugin:${text.plugin},options:${optionsText(options)}}})`,
  );
  try {
    void new Script(script);
  } catch (error) {
    throw new PluginFault(`its script cannot be read: ${reasonOf(error)}`);
  }
  return script;
}

interface PluginText {
  code: string;
  /** An expression. */
  plugin: string;
}

function fromModule(
  { body, exports }: { body: string; exports: ReadonlyMap<string, string> },
  global = 'default',
): PluginText {
  const local = exports.get(global);
  if (local === undefined) {
    const names = [...exports.keys()].join(', ') || 'nothing';
    throw new PluginFault(`its module has no export “${global}”, but ${names}`);
  }
  return { code: `const lecternModule=(()=>{"use strict";\n${body}\n;return ${local}})();`, plugin: 'lecternModule' };
}

function fromScript(code: string, global = firstGlobal(code)): PluginText {
  if (global === undefined) {
    throw new PluginFault('nothing in its script tells which variable holds the plugin; name it with “global”');
  }
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(global)) throw new PluginFault(`“${global}” is not the name of a variable`);
  return { code: `${code}\n;`, plugin: `typeof ${global}==="undefined"?undefined:${global}` };
}

/** The variable that most plugins set, or that a bundler does. */
function firstGlobal(code: string): string | undefined {
  const [, bundled] = /\b(?:self|window|globalThis|this)(?:\)|,\w+)\.([A-Z]\w*)\s*=[^=]/.exec(code) ?? [];
  return bundled ?? /(?:\b(?:var|let|const)\s+|\.|\bfunction\s+)(Reveal[A-Z]\w*)\s*(?:=[^=]|\()/.exec(code)?.[1];
}

/** Writes options as an expression. Functions stay what they are, without the variables around them. */
function optionsText(value: unknown): string {
  if (typeof value === 'function') return functionText(value);
  if (Array.isArray(value)) return `[${value.map(optionsText).join()}]`;
  if (value instanceof RegExp) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries.map(([name, one]) => `${name === '__proto__' ? '["__proto__"]' : JSON.stringify(name)}:${optionsText(one)}`).join()}}`;
}

/** A method is written without `function`. */
function functionText(value: object): string {
  const text = String(value);
  for (const written of [`(${text})`, `Object.values({${text}})[0]`]) if (parses(written)) return written;
  throw new PluginFault('a function in its options cannot be sent to the page');
}

function parses(expression: string): boolean {
  try {
    void new Script(`(${expression})`);
    return true;
  } catch {
    return false;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
