import type { ServedWords } from '../model/talk-words.ts';
import type { LiveFinding } from './live-messages.ts';

/** Tells the speaker on the slides what the check found there. */
export interface FindingBadge {
  take: (findings: readonly LiveFinding[]) => void;
  /** Another slide is shown. */
  show: () => void;
}

/** Formats findings as `⚠ talk.md:12  Text of …`, one a line. */
export function findingLines(findings: readonly LiveFinding[]): string {
  return findings.map(({ file, line, reason }) => `${[file, line].filter(Boolean).join(':')}  ${reason}`).join('\n');
}

/**
 * Creates a badge in the corner of the slides that counts findings and lists them. It is for the author of the deck, so
 * it is hidden from an audience.
 *
 * @param slide - returns the id of the slide that is shown.
 * @param watched - returns whether others may see the slides: a presenter view is open, or they fill the screen.
 */
export function createFindingBadge(slide: () => string, watched: () => boolean, words: ServedWords): FindingBadge {
  const badge = document.createElement('details');
  const [count, list] = [document.createElement('summary'), document.createElement('div')];
  badge.dataset['findings'] = '';
  count.lang = words.lang;
  // Findings are in English, whatever language the deck has.
  list.lang = 'en';
  badge.style.cssText =
    'position:fixed;z-index:150;inset:auto auto 12px 12px;max-width:min(640px,90vw);font:14px/1.45 system-ui,sans-serif;text-align:start;direction:ltr;color:#fff';
  count.style.cssText =
    'display:inline-block;padding:4px 12px;border-radius:16px;background:#8a4b00;cursor:pointer;list-style:none;box-shadow:0 1px 6px #0006';
  list.style.cssText =
    'position:absolute;bottom:calc(100% + 8px);width:max-content;max-width:inherit;box-sizing:border-box;padding:12px 16px;border-radius:10px;background:#2b2118f2;color:#ffe9cf;white-space:pre-wrap;max-height:50vh;overflow:auto';
  badge.append(list, count);
  let all: readonly LiveFinding[] = [];
  const show = (): void => {
    const id = slide();
    const own = all.filter((finding) => finding.slide === id && finding.severity !== 'info');
    list.textContent = findingLines(own);
    count.textContent = `⚠ ${own.length}`;
    count.title = words.findings.replace('{number}', String(own.length));
    count.style.background = own.some(({ severity }) => severity === 'error') ? '#a8201a' : '#8a4b00';
    if (own.length > 0 && !watched()) document.body.append(badge);
    else badge.remove();
  };
  document.addEventListener('fullscreenchange', show);
  // Windows come and go without a word.
  setInterval(show, 1000);
  return {
    show,
    take(findings) {
      all = findings;
      show();
    },
  };
}
