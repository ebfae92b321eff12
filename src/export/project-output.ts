import path from 'node:path';
import { OutOfTime, withTimeout } from '../browser/with-timeout.ts';
import { slideText } from '../html/slide-text.ts';
import { failureOf, isBrowserError, LecternError, reasonOf } from '../model/errors.ts';
import { fail, warn } from '../model/messages.ts';
import type { OptionDefaults, OutputFile, OutputJob, ProjectOutput } from '../model/project-parts.ts';
import { dataAddresses, withAddresses, type ImageAddresses } from '../render/image-addresses.ts';
import { slideHtml } from '../render/slide-html.ts';
import { themeNames } from './deck-css.ts';
import { timeoutFor } from './document-assets.ts';
import type { ExportedFile, ExportJob } from './export-job.ts';
import { html } from './html.ts';
import { OutputFailure, type Output } from './output.ts';
import { slides, USUAL_SCALE } from './output-options.ts';
import { pdf } from './pdf.ts';
import { selectSlides } from './slide-selection.ts';

/** Makes an output of one of a project. @param options - its options, all of them. */
export function projectOutput(output: ProjectOutput, options: OptionDefaults): Output {
  const { name, about = name, browser = false } = output;
  return {
    name,
    about,
    file: `talk.${name}`,
    prints: browser,
    styles: browser ? 'print' : 'deck',
    options: [slides],
    export: (job) => render(output, options, job),
  };
}

async function render(output: ProjectOutput, options: OptionDefaults, job: ExportJob): Promise<ExportedFile[]> {
  const limit = timeoutFor(job.deck.slides.length, job.options);
  try {
    const run = async (): Promise<OutputFile[]> => output.render(jobOf(output, options, job));
    const files: unknown = await withTimeout(run(), limit);
    if (!Array.isArray(files)) throw new Error('it returns no list of files');
    return files.map(checkedFile);
  } catch (error) {
    // The environment or the call is wrong, not the output.
    if (isBrowserError(error) || (error instanceof LecternError && error.code === 'USAGE')) throw error;
    const reason = error instanceof OutOfTime ? `it takes longer than ${error.seconds} s` : failureOf(error);
    fail(job.file, `Output “${output.name}” failed: ${reason}`, { place: undefined, ruleId: 'plugin' });
    throw new OutputFailure(reasonOf(error), { cause: error });
  }
}

function jobOf(output: ProjectOutput, options: OptionDefaults, job: ExportJob): OutputJob {
  const { deck, name, file } = job;
  const shown = selectSlides(deck, job.options.slides);
  let addresses: ImageAddresses | undefined;
  const needsBrowser = (method: string): void => {
    if (output.browser !== true) throw new Error(`${method}() needs “browser: true” in its definition`);
  };
  return {
    deck,
    name,
    options,
    slides: shown,
    slideText,
    slideHtml(slide) {
      const section = slideHtml(slide, deck, {
        output: 'deck',
        step: slide.steps,
        themeOf: themeNames(job.deckStyles),
      });
      addresses ??= dataAddresses(deck);
      return withAddresses(section, addresses);
    },
    async html() {
      const [page] = await html.export({ ...job, options: { ...job.options, assets: false } });
      return textOf(page);
    },
    async pdf() {
      needsBrowser('pdf');
      const [document] = await pdf.export(job);
      return bytesOf(document);
    },
    async pictures({ format = 'png', scale = USUAL_SCALE } = {}) {
      needsBrowser('pictures');
      const { takePictures } = await import('./pictures.ts');
      const asked = { ...job.options, scale, stepPages: false, transparent: false };
      const pictures = await takePictures({ ...job, options: asked }, format);
      return shown.map((slide, index) => ({ slide, bytes: bytesOf(pictures[index]) }));
    },
    warn: (reason, { slide, place } = {}) =>
      void warn(slide?.file ?? file, `Output “${output.name}”: ${String(reason)}`, {
        place: place ?? slide?.position,
        ruleId: 'plugin',
      }),
  };
}

function textOf(file: ExportedFile | undefined): string {
  const { bytes = '' } = file ?? {};
  return bytes instanceof Uint8Array ? new TextDecoder().decode(bytes) : [bytes].flat().join('');
}

function bytesOf(file: ExportedFile | undefined): Uint8Array {
  const { bytes = '' } = file ?? {};
  return bytes instanceof Uint8Array ? bytes : new TextEncoder().encode([bytes].flat().join(''));
}

/** Files stay below the folder for outputs. */
function checkedFile(file: unknown): ExportedFile {
  const { path: name, content } = Object(file) as Partial<Record<keyof OutputFile, unknown>>;
  if (typeof name !== 'string' || name === '') throw new Error('a file that it returns has no “path”');
  const parts = name.split(/[\\/]/);
  if (path.isAbsolute(name) || path.win32.isAbsolute(name) || parts.includes('..') || name.includes('\0')) {
    throw new Error(`the path “${name}” leads out of the folder for outputs`);
  }
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
    throw new Error(`the file “${name}” that it returns has no “content”`);
  }
  return { path: name, bytes: content };
}
