import type { ExportedFile, ExportJob } from '../export-job.ts';
import { selectSlides } from '../slide-selection.ts';
import { paletteOf, type ColourMap, type ColourScheme } from './colour-scheme.ts';
import { addDocumentProperties } from './doc-props.ts';
import { measureDeck } from './measure-deck.ts';
import { createPackage } from './package.ts';
import { addPresentation } from './presentation.ts';
import { addLayouts } from './slide-layouts.ts';
import { addMaster } from './slide-master.ts';
import { openPart, type Presentation } from './slide-part.ts';
import { addSlide } from './slide.ts';
import { addTheme } from './theme-part.ts';
import { scaleOf } from './units.ts';

/** Makes a presentation of the slides: their texts, tables and charts can be edited. */
export async function makePptx(job: ExportJob): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const shown = selectSlides(deck, options.slides);
  const measured = await measureDeck(job, shown);
  const slidePaths = new Map(shown.map(({ id }, index) => [id, `ppt/slides/slide${index + 1}.xml`]));
  const presentation: Presentation = {
    job,
    package: createPackage(),
    measured,
    scale: scaleOf(deck.meta.size),
    slidePaths,
  };
  const palette = paletteOf(SCHEME, LIGHT);
  addPresentation(presentation, shown);
  addDocumentProperties(presentation);
  addTheme(presentation, SCHEME);
  addMaster(presentation);
  const layout = addLayouts(presentation);
  for (const [index, slide] of shown.entries()) {
    const measure = measured.slides[index];
    const path = slidePaths.get(slide.id);
    if (measure && path !== undefined)
      await addSlide(openPart(presentation, { path, slide, measure, palette }), layout);
  }
  return [{ path: `${name}.pptx`, bytes: presentation.package.zip() }];
}

const LIGHT: ColourMap = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' };
const SCHEME: ColourScheme = {
  dk1: '#000000',
  lt1: '#ffffff',
  dk2: '#222222',
  lt2: '#eeeeee',
  accent1: '#1f77b4',
  accent2: '#ff7f0e',
  accent3: '#2ca02c',
  accent4: '#d62728',
  accent5: '#9467bd',
  accent6: '#8c564b',
  hlink: '#1f77b4',
  folHlink: '#1f77b4',
};
