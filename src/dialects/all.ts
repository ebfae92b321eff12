import type { Dialect } from '../model/dialect.ts';
import type { DialectName } from './signs.ts';

/** Dialects are loaded when a deck needs one. */
export const DIALECTS: Readonly<Record<DialectName, () => Promise<Dialect>>> = {
  marp: async () => (await import('./marp/marp.ts')).marp,
  deckset: async () => (await import('./deckset/deckset.ts')).deckset,
  remark: async () => (await import('./remark/remark.ts')).remark,
  slidev: async () => (await import('./slidev/read-slidev.ts')).slidev,
  reveal: async () => (await import('./reveal/read-reveal.ts')).reveal,
  quarto: async () => (await import('./pandoc/read-pandoc.ts')).quarto,
  pandoc: async () => (await import('./pandoc/read-pandoc.ts')).pandoc,
  obsidian: async () => (await import('./obsidian/read-obsidian.ts')).obsidian,
};
