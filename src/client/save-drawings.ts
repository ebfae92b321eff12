import { drawingsFile } from '../model/drawings-file.ts';
import type { TalkStore } from './talk-store.ts';

/** Offers all drawings of the talk as one SVG file: the slides that have some, below each other. */
export function saveDrawings(
  store: TalkStore,
  { width, height, title }: { width: number; height: number; title: string },
): void {
  const drawings = store.plan
    .map(({ id }) => ({ slide: id, strokes: store.drawing(id).strokes }))
    .filter(({ strokes }) => strokes.length > 0);
  const nameOf = (id: string): string => {
    const slide = store.plan.find((one) => one.id === id);
    return [slide?.number, slide?.title].filter(Boolean).join(' · ');
  };
  const svg = drawingsFile(drawings, { width, height, title, nameOf });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const name = decodeURIComponent(location.pathname.split('/').at(-1) ?? '').replace(/\.html?$/, '');
  link.download = `${name || 'talk'}.drawings.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
