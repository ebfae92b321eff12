import type { List, Nodes, RootContent } from 'mdast';
import type { Dialect, DialectSource } from '../../model/dialect.ts';
import { frontMatterText } from '../../markdown/front-matter.ts';
import { walk } from '../../model/walk.ts';
import { notesBlock } from '../notes.ts';
import { rangeOf, writeSettings } from '../slides.ts';
import { DirectiveState, readDirectives, textOf } from './directives.ts';
import { moveFit } from './fit.ts';
import { headingDivider, moveFront } from './front-keys.ts';
import { moveImages } from './move-images.ts';
import { OwnRules } from '../common/own-rules.ts';
import { deckLook, groundOf } from '../common/deck-look.ts';
import { sideBySide } from '../common/side-by-side.ts';
import { chooseLook, sharedGround } from './slide-look.ts';
import { globalDirectives, marpSlides, wholeLine, type MarpSlide } from './slides.ts';
import { collectStyles } from './collect-styles.ts';
import { themeStyles } from './theme-styles.ts';
import { OWN_THEMES } from './themes.ts';
import { moveRunning } from './running.ts';

/** Reads decks of Marp. */
export const marp: Dialect = {
  name: 'marp',
  title: 'Marp',
  async read(source: DialectSource): Promise<void> {
    const { front, text, included } = source;
    const yaml = frontMatterText(text)?.yaml ?? '';
    const directives = included ? new Map<string, unknown>() : readDirectives(yaml);
    for (const [key, value] of globalDirectives(source)) directives.set(key, value);
    const divider = headingDivider(directives.get('headingDivider'));
    const slides = marpSlides(source, divider);
    const rules = new OwnRules();
    const theme = textOf(directives.get('theme'));
    const themed = await themeStyles(source, theme);
    const styles = [themed, collectStyles(source, slides)].filter(Boolean).join('\n\n');
    if (!included) moveFront(source, directives, themed !== undefined);
    const lang = textOf(front.entries.get('lang')?.value);
    const look = deckLook(rules, styles, { theme, themed: themed !== undefined, lang });
    const ground = OWN_THEMES.get(theme);
    if (ground !== undefined) rules.add('.slide:not([data-tone])', groundOf(ground));
    const state = new DirectiveState();
    state.add(directives);
    const held = slides.map((slide) => {
      for (const found of slide.directives) state.add(found);
      return [slide, state.endSlide()] as const;
    });
    sharedGround(
      held.map(([, directivesHere]) => directivesHere),
      look,
    );
    moveRunning(held, source, rules);
    for (const key of SLIDE_KEYS) {
      front.remove(key);
      front.remove(`_${key}`);
    }
    held.forEach(([slide, directivesHere], index) => {
      moveImages(slide, source, look);
      moveFit(slide, source, look);
      for (const node of slide.nodes) moveFragments(node, source);
      moveNotes(slide, source);
      chooseLook(slide, directivesHere, { source, look, index });
      if (index > 0 && slide.start === slides[index - 1]?.end) source.insert(slide.start, '---\n\n');
      writeSettings({ ...slide, nodes: slide.nodes.filter((node) => !slide.gone.has(node)) }, source);
      if (slide.slot !== undefined) source.insert(slide.end, slide.slot);
    });
    if (included) return;
    const css = [styles, rules.css, sideBySide(text, styles).trim()].filter(Boolean).join('\n\n');
    if (css === '') front.remove('style');
    else front.set('style', `${css}\n`);
    front.set('split', 'rules');
    front.set('breaks', true);
    if (look.isMirrored && lang === '' && !front.has('dir')) front.set('dir', 'rtl');
  },
};

/** Directives that a look was made of. */
const SLIDE_KEYS = [
  'class',
  'backgroundColor',
  'backgroundImage',
  'backgroundPosition',
  'backgroundRepeat',
  'backgroundSize',
  'color',
  'transition',
  'headingDivider',
];

/** Makes notes of all comments that are not directives. */
function moveNotes({ notes, end }: MarpSlide, source: DialectSource): void {
  for (const note of notes) {
    const { start } = note;
    source.report('changed', note, { what: '<!-- … -->', advice: 'speaker notes, “:::notes”' });
    if (note.isBlock) {
      const line = wholeLine(source.text, note);
      const gap = line.end > note.end ? '\n' : '';
      source.replace(line, `\n${notesBlock(note.text)}\n${gap}`);
      continue;
    }
    source.remove({ start, end: note.end });
    source.insert(end, `\n\n${notesBlock(note.text)}\n\n`);
  }
}

/** Lists with `*`, and with `1)`, appear item by item. */
function moveFragments(node: RootContent, source: DialectSource): void {
  walk<Nodes>(node, (inner) => {
    if (inner !== node || inner.type !== 'list' || !isFragmented(inner, source.text)) return;
    const { start, end } = rangeOf(inner);
    const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
    const gap = /\n[ \t]*\n$/.test(`\n\n${source.text.slice(0, lineStart)}`) ? '' : '\n';
    source.insert(lineStart, `${gap}:::steps\n`);
    source.insert(end, '\n:::');
    source.report('changed', { start, end }, { what: 'a list that appears item by item', advice: '“:::steps”' });
  });
}

function isFragmented(list: List, text: string): boolean {
  const [first] = list.children;
  if (!first) return false;
  const mark = text.slice(rangeOf(first).start, rangeOf(first).start + 12);
  return list.ordered ? /^\d{1,9}\)/.test(mark) : mark.startsWith('*');
}
