import type { ExportedFile, ExportJob } from '../export-job.ts';
import { TONES, type Slide, type Tone } from '../../model/deck.ts';
import { selectSlides } from '../slide-selection.ts';
import { addDocumentProperties } from './doc-props.ts';
import type { MeasuredSlide } from '../../client/shapes/measured.ts';
import { contentBlocks, decorationKey, decorationsOf } from './furniture.ts';
import { layoutKeyOf } from './layout-names.ts';
import { measureDeck, type MeasuredDeck } from './measure-deck.ts';
import { createPackage } from './package.ts';
import { addNotes, addNotesMaster, NOTES_MASTER, notesOf } from './notes.ts';
import { addPresentation, ownFrame } from './presentation.ts';
import { reportFonts } from './report-fonts.ts';
import { addLayout, groundOf, layoutOf, type SlideLayout } from './slide-layouts.ts';
import { addMaster } from './slide-master.ts';
import { addPictureSlide } from './picture-slide.ts';
import { openPart, type Presentation } from './slide-part.ts';
import { addSlide } from './slide.ts';
import { layoutSpecimens, toneSpecimen, type Specimen } from './specimens.ts';
import type { Template } from './template/template.ts';
import { addTheme, type ThemeFonts } from './theme-part.ts';
import { isLight, tonesOf, type Tones } from './tones.ts';
import { scaleOf, type Scale } from './units.ts';

/** px of images of whole slides for each px of a slide: as many as a screen of 1920 px shows. */
const SCALE = 1.5;

/**
 * Makes a presentation of the slides: their texts, tables and charts can be edited.
 *
 * @param pictures - slides are images instead, with their words as alternative text.
 */
export async function makePptx(job: ExportJob, { pictures }: { pictures: boolean }): Promise<ExportedFile[]> {
  const { deck, name, options } = job;
  const pictureScale = pictures ? (options.scale ?? SCALE) : undefined;
  const template = pictures ? undefined : await templateOf(job);
  const selected = selectSlides(deck, options.slides);
  const shown = template ? selected.map((slide) => inToneOf(template, slide)) : selected;
  const specimens = layoutSpecimens(deck, shown);
  const toneSpecimens = TONES.map((tone) => toneSpecimen(deck, tone));
  const measured = await measureDeck(job, shown, { specimens: [...specimens, ...toneSpecimens], pictureScale });
  const design = designOf(measured, { specimens, toneSpecimens, tone: template && toneFor(template) });
  const { tones, usual } = design;
  const layouts = withSharedDecorations(design.layouts, shown, measured.slides);
  const file = createPackage();
  const scale = scaleOf(deck.meta.size);
  const fonts = fontsOf(usual, scale);
  if (!pictures) reportFonts(job, measured, template && [fonts.major, fonts.minor]);
  const presentation: Presentation = {
    job,
    package: file,
    measured,
    scale,
    slidePaths: new Map(shown.map(({ id }, index) => [id, `ppt/slides/slide${index + 1}.xml`])),
    shown,
    fonts,
    notesMaster: NOTES_MASTER,
  };
  const written = { path: `${name}${pictures ? '.pictures' : ''}.pptx` };
  if (template) {
    const layoutOfSlide = (index: number): SlideLayout | undefined => layoutAt(presentation, index, layouts);
    const { makeFromTemplate } = await import('./template/make-from-template.ts');
    await makeFromTemplate(presentation, { template, tones, layoutOf: layoutOfSlide });
    return [{ ...written, bytes: file.zip() }];
  }
  addPresentation(presentation, ownFrame(presentation));
  addNotesMaster(presentation);
  addDocumentProperties(presentation);
  addTheme(file, { name: deck.meta.theme ?? 'Lectern', scheme: tones.scheme, fonts: presentation.fonts });
  addMaster(presentation, { usual, layouts, tones });
  for (const layout of layouts) await addLayout(presentation, layout, { master: usual, tones });
  await addSlides(presentation, layouts, tones);
  return [{ ...written, bytes: file.zip() }];
}

/** Few decks have a template: what reads it is loaded for them alone. */
async function templateOf(job: ExportJob): Promise<Template | undefined> {
  if ((job.options.pptx.template ?? job.deck.meta.pptx.template) === undefined) return undefined;
  return (await import('./template/load-template.ts')).loadTemplate(job);
}

/** Slides have the tone that suits the template's background, for colours that the template does not set. */
function inToneOf({ colours }: Template, slide: Slide): Slide {
  if (slide.settings.background) return slide;
  return { ...slide, settings: { ...slide.settings, tone: toneFor({ colours }) } };
}

function toneFor({ colours }: Pick<Template, 'colours'>): Tone {
  return isLight(colours.background) ? 'light' : 'dark';
}

interface Design {
  tones: Tones;
  layouts: SlideLayout[];
  /** The layout that the master is like. */
  usual: SlideLayout;
}

interface DesignSpecimens {
  specimens: readonly Specimen[];
  toneSpecimens: readonly Specimen[];
  /** The tone of all slides, with a template. */
  tone: Tone | undefined;
}

function designOf(
  { specimens: measures, elements }: MeasuredDeck,
  { specimens, toneSpecimens, tone }: DesignSpecimens,
): Design {
  const measureOf = (specimen: Specimen | undefined) => {
    const measure = specimen && measures.get(specimen);
    if (!measure) throw new Error('a layout was not measured');
    return measure;
  };
  const plain = specimens.find(({ key, tone }) => key === 'default' && tone === undefined);
  const byTone = toneSpecimens.flatMap((specimen) =>
    specimen.tone ? [[specimen.tone, measureOf(specimen)] as const] : [],
  );
  const byTones = new Map(byTone);
  const tones = tonesOf((tone && byTones.get(tone)) ?? measureOf(plain), byTones);
  const numberOf = new Map(Array.from(elements, ([number, element]) => [element, number]));
  const layouts = specimens.map((specimen, index) =>
    layoutOf(specimen, measureOf(specimen), { index, tones, numberOf }),
  );
  const usual = layouts.find(({ key, tone }) => key === 'default' && tone === undefined);
  if (!usual) throw new Error('there is no usual layout');
  return { tones, layouts, usual };
}

/**
 * Leaves decorations to the slides of a layout where these differ in them, as the drawings of a theme's sections do: some
 * programs show those of layouts on slides that hide them. Titles of several lines differ on ordinary slides, where the
 * layout keeps its own.
 */
function withSharedDecorations(
  layouts: readonly SlideLayout[],
  shown: readonly Slide[],
  measures: readonly MeasuredSlide[],
): SlideLayout[] {
  const used = shown.map((slide, index) => {
    const measure = measures[index];
    return {
      layout: measure && layoutFor(slide, measure, layouts),
      keys: new Set(decorationsOf(measure?.blocks ?? []).map(decorationKey)),
    };
  });
  return layouts.map((layout) => {
    if (layout.key === 'default' || layout.key === 'title-only') return layout;
    const own = used.filter((one) => one.layout === layout);
    const decorations = [...layout.decorations].filter((key) => own.every(({ keys }) => keys.has(key)));
    return { ...layout, decorations: new Set(decorations) };
  });
}

function fontsOf({ placeholders }: SlideLayout, scale: Scale): ThemeFonts {
  const fontOf = (type: string): string =>
    placeholders.find((one) => one.type === type)?.levels[0]?.run.font ?? 'Arial';
  const size = placeholders.find(({ type }) => type === 'content')?.levels[0]?.run.size ?? 24;
  return { major: fontOf('title'), minor: fontOf('content'), size: Math.round(scale.points(size) / 10) * 10 };
}

async function addSlides(presentation: Presentation, layouts: readonly SlideLayout[], tones: Tones): Promise<void> {
  const { measured, shown, slidePaths } = presentation;
  for (const [index, slide] of shown.entries()) {
    const measure = measured.slides[index];
    const path = slidePaths.get(slide.id);
    const layout = layoutAt(presentation, index, layouts);
    if (!measure || path === undefined || !layout) continue;
    const map = tones.mapOf(groundOf(measure));
    const part = openPart(presentation, {
      path,
      slide,
      measure,
      palette: tones.paletteOf(map),
      base: tones.paletteOf(layout.map),
    });
    const picture = measured.slidePictures[index];
    if (picture) addPictureSlide(part, layout.path, picture);
    else await addSlide(part, { layout, map: map === tones.usual ? undefined : map });
    addNotes(presentation, notesOf(slide, presentation), { number: index + 1, slide: path, lang: slide.settings.lang });
  }
}

function layoutAt(
  { shown, measured }: Presentation,
  index: number,
  layouts: readonly SlideLayout[],
): SlideLayout | undefined {
  const [slide, measure] = [shown[index], measured.slides[index]];
  return slide && measure && layoutFor(slide, measure, layouts);
}

/** Slides without text below their titles have a layout without a place for it. */
function layoutFor(slide: Slide, { blocks }: MeasuredSlide, layouts: readonly SlideLayout[]): SlideLayout | undefined {
  const known = layoutKeyOf(slide);
  const hasText = contentBlocks(blocks).some(
    (block) => block.kind === 'text' && !/^h[1-6]$/.test(block.paragraphs[0]?.tag ?? ''),
  );
  const key = known === 'default' && !hasText ? 'title-only' : known;
  const own = layouts.filter((layout) => layout.key === key);
  return own.find(({ tone }) => tone === slide.settings.tone) ?? own[0];
}
