import { addDocumentProperties } from '../doc-props.ts';
import type { LayoutKey } from '../layout-names.ts';
import { addNotes, addNotesMaster, notesOf, NOTES_MASTER } from '../notes.ts';
import { addPresentation } from '../presentation.ts';
import { groundOf, type SlideLayout } from '../slide-layouts.ts';
import { openPart, type Presentation } from '../slide-part.ts';
import type { Tones } from '../tones.ts';
import { scaleOf } from '../units.ts';
import { matchLayout, type MatchedLayout } from './match-layout.ts';
import { reportLayouts } from './report-layouts.ts';
import { addTemplateSlide } from './template-slide.ts';
import { templatePalette } from './template-palette.ts';
import type { Template } from './template.ts';
import { addWholeSlide, hasOwnGround } from './whole-slide.ts';

export interface TemplateDesign {
  template: Template;
  tones: Tones;
  /** Returns the layout that a slide has without a template. */
  layoutOf: (index: number) => SlideLayout | undefined;
}

/** Fills a package with slides of the deck that look as a template says. */
export async function makeFromTemplate(given: Presentation, design: TemplateDesign): Promise<void> {
  const { template, tones, layoutOf } = design;
  const { package: file } = given;
  const presentation: Presentation = {
    ...given,
    scale: scaleOf(template),
    notesMaster: template.notesMaster ?? NOTES_MASTER,
  };
  for (const [path, part] of template.parts) file.adopt(path, part);
  addPresentation(presentation, template);
  if (template.notesMaster === undefined) addNotesMaster(presentation);
  addDocumentProperties(presentation);
  const used = new Map<LayoutKey, MatchedLayout>();
  for (const [index, slide] of presentation.shown.entries()) {
    const measure = presentation.measured.slides[index];
    const path = presentation.slidePaths.get(slide.id);
    const own = layoutOf(index);
    const matched = own && (used.get(own.key) ?? matchLayout(template.layouts, own.key));
    if (!measure || path === undefined || !matched) continue;
    used.set(own.key, matched);
    const ground = groundOf(measure) ?? tones.scheme[tones.usual.bg1];
    const colours = { scheme: tones.scheme, map: tones.likeOf(ground), ground };
    const palette = templatePalette(colours, template.colours);
    const part = openPart(presentation, { path, slide, measure, palette });
    const known = { template, layout: matched.layout, own };
    await (hasOwnGround(part) ? addWholeSlide(part, known) : addTemplateSlide(part, known));
    addNotes(presentation, notesOf(slide, presentation), { number: index + 1, slide: path, lang: slide.settings.lang });
  }
  reportLayouts(presentation.job, template, used);
}
