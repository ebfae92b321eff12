import { toString } from 'hast-util-to-string';
import type { Slide } from '../model/deck.ts';

/**
 * Takes back messages about text that is unknown to Lectern: a rehype plugin may have made something of it, and then
 * nobody sees it as it is written.
 */
export function takeBackAdvice(slides: readonly Slide[]): void {
  const files = new Set(slides.map(({ file }) => file));
  if (![...files].some(({ messages }) => messages.some(isAboutText))) return;
  const shown = slides
    .flatMap(({ content, notes }) => [...content, ...notes])
    .map((node) => toString({ type: 'root', children: [node] }))
    .join('\n');
  for (const { messages } of files) {
    const kept = messages.filter((message) => {
      const written = isAboutText(message) ? textShown(message.reason) : undefined;
      return written === undefined || shown.includes(written);
    });
    messages.splice(0, messages.length, ...kept);
  }
}

/** Returns the text that a message says is shown as it is written. */
function textShown(reason: string): string | undefined {
  const end = reason.indexOf('”');
  if (end === -1 || !reason.includes(' shown as text', end)) return undefined;
  return reason.slice(reason.indexOf('“') + 1, end).replace('…', '') || undefined;
}

function isAboutText({ ruleId }: { ruleId?: string | undefined }): boolean {
  return ruleId === 'foreign-syntax' || ruleId === 'citation-bibliography';
}
