import type { Slide } from '../../model/deck.ts';
import type { ShapesPart } from './slide-part.ts';
import { xml, type Element } from './xml.ts';

const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
/** The namespace of “Morph”, which moves what two slides have in common. */
const MORPH = 'http://schemas.microsoft.com/office/powerpoint/2015/09/main';

/** Writes how a slide comes; `undefined` where it is just there. */
export function transitionXml({ slide, job }: ShapesPart): Element | undefined {
  if (!slide) return undefined;
  if (movesOn(slide)) {
    const fade = xml('p:transition', { spd: 'slow' }, xml('p:fade'));
    return xml(
      'mc:AlternateContent',
      { 'xmlns:mc': COMPATIBILITY },
      xml(
        'mc:Choice',
        { 'xmlns:p159': MORPH, Requires: 'p159' },
        xml('p:transition', { spd: 'slow' }, xml('p159:morph', { option: 'byObject' })),
      ),
      xml('mc:Fallback', {}, fade),
    );
  }
  switch (slide.settings.transition ?? job.deck.meta.transition) {
    case 'fade':
      return xml('p:transition', { spd: 'med' }, xml('p:fade'));
    case 'slide':
    case 'convex':
    case 'concave':
      return xml('p:transition', { spd: 'med' }, xml('p:push', { dir: 'l' }));
    case 'zoom':
      return xml('p:transition', { spd: 'med' }, xml('p:zoom', { dir: 'in' }));
    default:
      return undefined;
  }
}

/** Tells whether parts of the slide before move to their places on this one. */
function movesOn({ settings }: Slide): boolean {
  return settings.autoAnimate;
}
