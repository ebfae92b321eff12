import type { Dialect } from '../../model/dialect.ts';
export const obsidian: Dialect = { name: 'obsidian', read: (source) => void source.parse() };
