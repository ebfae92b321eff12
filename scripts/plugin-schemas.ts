/** JSON Schemas of the plugins that a JSON config can name: installed packages, and nothing else. */

/** A package, or a file in one, such as `reveal.js-menu/menu.js`. */
const NAME = { type: 'string', pattern: String.raw`^(?:@[\w~-][\w.~-]*/)?[\w~-][\w.~-]*(?:/[\w.~@+-]+)*$` };
const OPTIONS = { type: 'object', description: 'Options of the plugin.' };

/** A name, or a name with options. */
const named = (minItems: number): object => ({
  type: 'array',
  items: [NAME],
  minItems,
  additionalItems: true,
});

const CONTENT_PLUGINS = {
  type: 'array',
  items: {
    anyOf: [
      NAME,
      named(1),
      {
        type: 'object',
        required: ['plugin'],
        additionalProperties: false,
        properties: {
          plugin: NAME,
          options: { description: 'Options of the plugin.' },
          scope: { enum: ['deck', 'slide'], description: 'The scope of one run.' },
          chunkSafe: { type: 'boolean', description: 'Long documents can be parsed in parts with it.' },
          pure: { type: 'boolean', description: 'It makes the same of the same slide.' },
          before: { type: 'string', description: 'Run before this one of Lectern’s plugins.' },
          after: { type: 'string', description: 'Run after this one of Lectern’s plugins.' },
        },
      },
    ],
  },
};

export const PLUGIN_SCHEMAS: Readonly<Record<string, object>> = {
  remarkPlugins: { ...CONTENT_PLUGINS, description: 'unified plugins for Markdown: installed packages.' },
  rehypePlugins: { ...CONTENT_PLUGINS, description: 'unified plugins for HTML: installed packages.' },
  remarkRehype: {
    type: 'object',
    description: 'Options of remark-rehype.',
    additionalProperties: false,
    properties: { passThrough: { type: 'array', items: { type: 'string' } } },
  },
  revealPlugins: {
    type: 'array',
    description: 'reveal.js plugins: files of installed packages.',
    items: {
      type: 'object',
      required: ['script'],
      additionalProperties: false,
      properties: {
        name: { type: 'string', description: 'The name in messages.' },
        script: NAME,
        global: { type: 'string', description: 'The global variable that the script sets.' },
        module: { type: 'string', description: 'The export of a module that has the plugin.' },
        style: { anyOf: [NAME, { type: 'array', items: NAME }] },
        options: OPTIONS,
      },
    },
  },
  plugins: {
    type: 'array',
    description: 'Plugin packages, such as lectern-plugin-x.',
    items: { anyOf: [NAME, named(1)] },
  },
  outputOptions: {
    type: 'object',
    description: 'Options of outputs that plugins bring, by their names.',
    additionalProperties: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean'] } },
  },
};
