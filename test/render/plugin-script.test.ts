import { createContext, runInContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { PluginFault, pluginScript, type PluginCode } from '../../src/render/plugin-script.ts';

/** What a script leaves at its element, run as a browser runs it. */
async function left(code: string, more: Partial<PluginCode> = {}): Promise<{ plugin: unknown; options: unknown }> {
  const script = await pluginScript({ code, options: {}, ...more });
  const currentScript: { lectern?: { plugin: unknown; options: unknown } } = {};
  const context = createContext({ document: { currentScript, baseURI: 'file:///talk.html' } });
  runInContext('globalThis.window = globalThis', context);
  runInContext(script, context);
  return currentScript.lectern ?? { plugin: 'nothing', options: 'nothing' };
}

describe('the plugin is', () => {
  test.each([
    ['a variable of a script', `window.RevealDial = window.RevealDial || { id: 'x' }`, undefined],
    ['a constant of a script', `'use strict'\nconst RevealDial = { id: 'x' }`, undefined],
    ['a named variable of a script', `var Other = { id: 'x' }; var RevealFirst = 1 // the end`, 'Other'],
    ['what a bundler has made', `!function(e,t){(e=globalThis||self).Dial=t()}(this,()=>({id:'x'}))`, undefined],
    ['the same of another', `(function(e,t){e=globalThis||self,e.Dial=t()})(this,()=>({id:'x'}))`, undefined],
    ['the default export of a module', `const Dial = { id: 'x' };\nexport default Dial;`, undefined],
    ['an object that a module exports', `export default{id:'x'}`, undefined],
    ['a list of exports', `var a={id:'x'},b=1;export{b as other,a as default};`, undefined],
    ['a named export', `export const Dial = { id: 'x' }, other = 2;`, 'Dial'],
    ['a module that asks for its address', `export default { id: import.meta.url ? 'x' : '' };`, undefined],
  ])('%s', async (_, code, global) => {
    expect(await left(code, { global })).toMatchObject({ plugin: { id: 'x' } });
  });

  test('a function that a module exports by its name, and uses before', async () => {
    const { plugin } = await left(`Dial.size = 2;\nexport default function Dial() { return { id: 'x' + Dial.size } }`);
    expect((plugin as () => unknown)()).toEqual({ id: 'x2' });
  });
});

describe('a plugin is refused', () => {
  test.each([
    ['that imports a file', `import { a } from './a.js';\nexport default a;`, /imports “\.\/a\.js”.*bundled build/],
    ['that imports a package', `import a from "lodash"; export default a`, /imports “lodash”/],
    ['that passes on what another file exports', `export { default } from './x.mjs'`, /imports “\.\/x\.mjs”/],
    ['that imports a file later', `export default { id: 'x', init: () => import('./later.js') }`, /“\.\/later\.js”/],
    ['whose script is broken', `window.RevealDial = { id: 'x'`, /cannot be read/],
    ['whose module is broken', `export default { id: `, /cannot be read/],
    ['that waits before it is there', `export default await fetch('x')`, /cannot be read/],
    ['without a variable that could be it', `console.log('a')`, /name it with “global”/],
    ['without a default export', `export const a = 1, b = 2`, /no export “default”, but a, b/],
  ])('%s', async (_, code, reason) => {
    await expect(left(code)).rejects.toThrow(reason);
    await expect(left(code)).rejects.toBeInstanceOf(PluginFault);
  });

  test('whose variable has no name that could be one', async () => {
    await expect(left('var a', { global: 'a;alert(1)' })).rejects.toThrow('not the name of a variable');
  });
});

test('options are what they were, functions included', async () => {
  const given = {
    dial: { size: 2, colours: ['red', null], none: undefined, match: /a+/g, 'no name': true },
    arrow: (a: number) => a + 1,
    method(a: number) {
      return a * 2;
    },
    async *many() {},
  };
  const { options } = await left('var RevealDial = 1', { options: given });
  const made = options as typeof given;
  expect(JSON.stringify(made.dial)).toBe(JSON.stringify(given.dial));
  expect([made.arrow(1), made.method(4), typeof made.many, String(made.dial.match)]).toEqual([
    2,
    8,
    'function',
    '/a+/g',
  ]);
});

test('nothing in a script ends its element', async () => {
  const end = '</script><script>alert(1)</script><!-- ';
  const code = `window.RevealDial = { id: ${JSON.stringify(end)} }; // ${end}`;
  const script = await pluginScript({ code, options: { text: end } });
  expect(script).not.toMatch(/<\/script|<!--/i);
  expect(await left(code, { options: { text: end } })).toEqual({ plugin: { id: end }, options: { text: end } });
});
