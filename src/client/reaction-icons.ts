import { REACTIONS, type Reaction } from './audience-messages.ts';

/** Outlines of Lucide (ISC licence), 24 px wide. */
const PATHS: Record<Reaction, string> = {
  like: 'M15 5.88L14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88M7 10v12',
  applause:
    'M5.8 11.3L2 22l10.7-3.79M4 3h.01M22 8h.01M15 2h.01M22 20h.01M22 2l-2.24.75a2.9 2.9 0 0 0-1.96 3.12c.1.86-.57 1.63-1.45 1.63h-.38c-.86 0-1.6.6-1.76 1.44L14 10m8 3l-.82-.33c-.86-.34-1.82.2-1.98 1.11c-.11.7-.72 1.22-1.43 1.22H17M11 2l.33.82c.34.86-.2 1.82-1.11 1.98c-.7.1-1.22.72-1.22 1.43V7M11 13c1.93 1.93 2.83 4.17 2 5s-3.07-.07-5-2s-2.83-4.17-2-5s3.07.07 5 2',
  funny: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M18 13a6 6 0 0 1-6 5a6 6 0 0 1-6-5zM9 9h.01M15 9h.01',
  surprised:
    'M15.914 4a1.5 1.5 0 0 0-2.474-1.561l-9 9A1.5 1.5 0 0 0 5.5 14h4.002a.5.5 0 0 1 .471.666L8.086 20a1.5 1.5 0 0 0 2.475 1.56l9-9A1.5 1.5 0 0 0 18.5 10h-3.997a.5.5 0 0 1-.472-.667z',
  lostThread: 'M12 2a10 10 0 1 0 0 20a10 10 0 0 0 0-20M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3m.08 4h.01',
};

/** Draws a reaction. */
export function reactionIcon(reaction: Reaction): SVGSVGElement {
  const names = 'http://www.w3.org/2000/svg';
  const [icon, path] = [document.createElementNS(names, 'svg'), document.createElementNS(names, 'path')];
  icon.setAttribute('viewBox', '0 0 24 24');
  icon.setAttribute('aria-hidden', 'true');
  icon.classList.add('reaction', reaction);
  path.setAttribute('d', PATHS[reaction]);
  icon.append(path);
  return icon;
}

/** Reactions that rise at a time; a hall full of them is a few for the eye. */
const MOST_RISING = 24;

/** Lets reactions rise in a place. @param counts - in the order of `REACTIONS`. */
export function raiseReactions(place: HTMLElement, counts: readonly number[]): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  REACTIONS.forEach((reaction, index) => {
    const count = Math.min(6, counts[index] ?? 0);
    for (let turn = 0; turn < count && place.childElementCount < MOST_RISING; turn += 1) {
      const icon = reactionIcon(reaction);
      icon.style.insetInlineStart = `${Math.round(Math.random() * 100)}%`;
      place.append(icon);
      const rise = still ? 'none' : `translateY(-${Math.round(60 + Math.random() * 40)}%)`;
      const frames = [
        { opacity: 0, transform: 'none' },
        { opacity: 1, offset: 0.15 },
        { opacity: 1, offset: 0.6 },
        { opacity: 0, transform: rise },
      ];
      const timing = { duration: 2600, delay: Math.random() * 1500, fill: 'backwards' } as const;
      icon.animate(frames, timing).addEventListener('finish', () => icon.remove());
    }
  });
}
