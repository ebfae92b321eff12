import type { StageWords } from '../model/talk-words.ts';
import type { LiveFault } from './live-messages.ts';

/** Formats errors as `talk.md:12:1  Unexpected …`, one a line. */
export function faultLines(faults: readonly LiveFault[]): string {
  return faults
    .map(({ file, line, column, reason }) => `${[file, line, column].filter(Boolean).join(':')}  ${reason}`)
    .join('\n');
}

/**
 * Shows problems of the deck over the slides, where it has any. It is for the author, so it stays away from an
 * audience, and can be closed until something else is wrong.
 *
 * @param watched - others may see the slides: a presenter view is open, or they fill the screen.
 */
export function createFaultOverlay(watched: () => boolean, words: StageWords): (faults: readonly LiveFault[]) => void {
  const [overlay, list, close] = [
    document.createElement('div'),
    document.createElement('div'),
    document.createElement('button'),
  ];
  overlay.setAttribute('role', 'alert');
  overlay.style.cssText =
    'position:fixed;z-index:200;inset:auto 0 0 0;display:flex;gap:16px;max-height:40vh;overflow:auto;padding:16px 24px;white-space:pre-wrap;font:15px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;text-align:start;direction:ltr;color:#ffe1e1;background:#4a1c22f2;border-top:3px solid #ff7a66';
  list.style.cssText = 'flex:1;min-width:0;overflow-wrap:anywhere';
  close.style.cssText =
    'position:sticky;top:0;align-self:start;border:0;padding:0 8px;background:none;color:inherit;font:24px/1 sans-serif;cursor:pointer';
  close.textContent = '×';
  close.setAttribute('aria-label', words.close);
  close.lang = words.lang;
  list.lang = 'en';
  overlay.append(list, close);
  let closed = '';
  const show = (): void => {
    const text = list.textContent;
    if (text && text !== closed && !watched()) document.body.append(overlay);
    else overlay.remove();
  };
  close.addEventListener('click', () => {
    closed = list.textContent;
    show();
  });
  document.addEventListener('fullscreenchange', show);
  // Windows come and go without a word.
  setInterval(show, 1000);
  return (faults) => {
    list.textContent = faultLines(faults);
    if (faults.length === 0) closed = '';
    show();
  };
}
