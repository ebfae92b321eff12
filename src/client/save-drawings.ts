import { strokePath } from '../model/stroke.ts';
import type { TalkStore } from './talk-store.ts';

/** Offers all drawings of the talk as one SVG file: the slides that have some, below each other. */
export function saveDrawings(
  store: TalkStore,
  { width, height, title }: { width: number; height: number; title: string },
): void {
  const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [gap, label] = [60, 40];
  const slides = store.plan.filter(({ id }) => store.drawing(id).strokes.length > 0);
  const parts = slides.map((slide, index) => {
    const name = [slide.number, slide.title].filter(Boolean).join(' · ');
    const lines = store
      .drawing(slide.id)
      .strokes.map(({ colour, points }) => `<path d="${strokePath(points)}" stroke="${colour}"/>`)
      .join('');
    const top = gap + index * (height + gap + label);
    return `<g transform="translate(${gap} ${top})"><text y="24" font-size="24" font-family="sans-serif">${escape(name)}</text><g transform="translate(0 ${label})"><rect width="${width}" height="${height}" fill="#f4f4f4" stroke="#999"/><g fill="none" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round">${lines}</g></g></g>`;
  });
  const size = [width + 2 * gap, gap + slides.length * (height + gap + label)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.join(' ')}" width="${size[0]}" height="${size[1]}"><title>${escape(title)}</title>${parts.join('')}</svg>`;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  link.download = `${title.replace(/[^\p{L}\p{N}]+/gu, '-') || 'talk'}-drawings.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
