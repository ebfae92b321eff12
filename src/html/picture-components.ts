import type { Element, ElementContent, Root } from 'hast';
import type { Plugin } from 'unified';
import { LAYOUTS } from '../model/layouts.ts';
import { eachElement } from '../model/walk.ts';
import { element, hasClass } from './elements.ts';
import { pictureRows, rowsToFill, shapeOf } from './picture-rows.ts';

export interface PictureComponentsOptions {
  /** Slides are taller than wide. */
  upright: boolean;
}

/** Gives galleries, logos and frames the shapes of the images in them. Images have their sizes by then. */
export const pictureComponents: Plugin<[PictureComponentsOptions], Root> =
  ({ upright }) =>
  (tree) => {
    const { narrow = false } = LAYOUTS[tree.data?.slide?.layout ?? 'default'];
    eachElement(tree, (found, parent) => {
      const { dataComponent } = found.properties;
      const isNarrow =
        narrow || (parent.type === 'element' && ['column', 'cell'].some((name) => hasClass(parent, name)));
      if (dataComponent === 'gallery') layOutGallery(found, upright ? TALL : isNarrow ? HALF : undefined);
      else if (dataComponent === 'logos') weighLogos(found);
      else if (dataComponent === 'frame') layOutFrame(found);
    });
  };

/** Height by width of half of a slide below its heading, and of all of one that is upright. */
const [HALF, TALL] = [1.05, 1.5];

function layOutGallery(gallery: Element, place: number | undefined): void {
  const { dataRows, dataSteps, dataEffect, dataAt, ...rest } = gallery.properties;
  const figures = gallery.children.filter((child): child is Element => child.type === 'element');
  const { properties, children } = pictureRows(
    figures,
    dataRows === undefined ? place && rowsToFill(figures, place) : Number(dataRows),
  );
  gallery.properties = { ...rest, style: String(properties['style']), className: ['picture-rows', 'gallery'] };
  gallery.children = children;
  if (dataSteps === undefined) return;
  const stepping = { dataSteps, ...(dataEffect && { dataEffect }), ...(dataAt && { dataAt }) };
  eachElement(gallery, (row) => {
    if (hasClass(row, 'picture-row')) Object.assign(row.properties, stepping);
  });
}

/** A logo that is wide is as high as makes its area that of the others. */
function weighLogos(logos: Element): void {
  eachElement(logos, (image) => {
    if (image.tagName !== 'img') return;
    const { width, height, style: _, ...rest } = image.properties;
    const shape = Number(width) / Number(height) || 1;
    const weight = Math.sqrt(Math.min(Math.max(shape, 0.4), 6));
    image.properties = { ...rest, width, height, style: `--logo:${fixed(weight)};aspect-ratio:${fixed(shape)}` };
  });
}

/** Videos and pages whose shapes nobody knows are as wide as screens are. */
const SCREEN = 1.6;

function layOutFrame(frame: Element): void {
  const { dataRatio, ...rest } = frame.properties;
  const all = frame.children.filter((child): child is Element => child.type === 'element');
  const bar = all.filter((child) => hasClass(child, 'frame-bar'));
  const figure = all.find((child) => child.tagName === 'figure');
  const shown = figure
    ? figure.children.filter((child) => !(child.type === 'element' && child.tagName === 'figcaption'))
    : all.filter((child) => !bar.includes(child));
  const caption = figure?.children.filter((child) => !shown.includes(child)) ?? [];
  const known = figure && shapeOf(figure);
  const width = figure && naturalWidth(shown);
  const shape = dataRatio !== undefined ? Number(dataRatio) : (known ?? (figure ? 1 : SCREEN));
  const style = `--shape:${fixed(shape)}${width === undefined ? '' : `;--natural:${width}`}`;
  const view = element('div', { className: ['frame-view'] }, shown);
  const box = element('figure', { className: ['frame-box'] }, [
    element('div', { className: ['frame-screen'] }, [...bar, view]),
  ]);
  box.children.push(...caption);
  frame.properties = { ...rest, style };
  frame.children = [box];
}

/** Returns the width of an image of dots, which is hardly enlarged. */
function naturalWidth(shown: readonly ElementContent[]): number | undefined {
  let found: number | undefined;
  eachElement({ type: 'root', children: [...shown] }, ({ tagName, properties }) => {
    if (tagName === 'img' && Number(properties['width']) > 0) found ??= Number(properties['width']);
  });
  return found;
}

function fixed(value: number): string {
  return String(Math.round(value * 10_000) / 10_000);
}
