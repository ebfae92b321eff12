import { toString } from 'hast-util-to-string';
import type { Slide } from '../model/deck.ts';

/**
 * Takes back what was said of text that Lectern does not know: a rehype plugin may have made something of it, and then
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
      const written = isAboutText(message)
        ? /^Unexpected [^“]*“(.+?)…?”.*, shown as text/s.exec(message.reason)?.[1]
        : undefined;
      return written === undefined || shown.includes(written);
    });
    messages.splice(0, messages.length, ...kept);
  }
}

function isAboutText({ ruleId }: { ruleId?: string | undefined }): boolean {
  return ruleId === 'foreign-syntax' || ruleId === 'citation-bibliography';
}
