import type { Placeholder } from './placeholders.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

const PROMPTS: Readonly<Record<Placeholder['type'], string>> = {
  title: 'Click to add title',
  ctrTitle: 'Click to add title',
  subTitle: 'Click to add subtitle',
  body: 'Click to add text',
  content: 'Click to add text',
  pic: 'Click to add picture',
  ftr: '',
  sldNum: '‹#›',
  dt: '',
};

const LEVELS = ['', 'Second level', 'Third level'];

/** Writes the words that an empty placeholder shows. */
export function promptOf({ job }: ShapesPart, placeholder: Placeholder): Element[] {
  const { type, levels } = placeholder;
  const lang = 'en-US';
  if (type === 'sldNum') {
    const field = xml('a:fld', { id: FIELD, type: 'slidenum' }, xml('a:rPr', { lang }), xml('a:t', {}, '‹#›'));
    return [xml('a:p', {}, field)];
  }
  if (type === 'ftr') return [xml('a:p', {}, xml('a:endParaRPr', { lang: job.deck.meta.lang }))];
  const texts = [PROMPTS[type], ...LEVELS.slice(1, levels.length)];
  return texts.map((text, level) =>
    xml(
      'a:p',
      {},
      xml('a:pPr', { lvl: level === 0 ? undefined : level }),
      xml('a:r', {}, xml('a:rPr', { lang }), xml('a:t', {}, text)),
    ),
  );
}

/** Identifies fields of one kind; any GUID. */
export const FIELD = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';
