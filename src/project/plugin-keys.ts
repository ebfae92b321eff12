import type { LecternConfig, Plugin } from '../model/config.ts';

/** Keys of what a plugin adds. */
export const PART_KEYS: readonly (keyof Plugin)[] = [
  'remarkPlugins',
  'rehypePlugins',
  'remarkRehype',
  'fences',
  'directives',
  'revealPlugins',
  'outputs',
  'rules',
  'dialects',
];

/** Keys of a config that are not options. */
export const PLUGIN_KEYS: readonly (keyof LecternConfig)[] = [...PART_KEYS, 'plugins', 'outputOptions'];
