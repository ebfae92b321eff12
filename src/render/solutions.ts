import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { hasClass } from '../html/elements.ts';
import type { Slide } from '../model/deck.ts';
import { lectureWords } from '../model/lecture-words.ts';
import { escapeHtml } from './document-head.ts';
import { slideLabel } from './paper-document.ts';

/** Renders what belongs into the blanks of slides, slide by slide, on a page of its own; empty where there are none. */
export function solutions(slides: readonly Slide[], lang: string): string {
  const rows = slides.flatMap((slide) => {
    const answers = answersIn(slide.content).map((answer) => `<li>${escapeHtml(answer)}</li>`);
    return answers.length > 0
      ? [`<div>${slideLabel(slide)}<div class="prose"><ol>${answers.join('')}</ol></div></div>`]
      : [];
  });
  if (rows.length === 0) return '';
  const heading = `<h2>${escapeHtml(lectureWords(lang).solution)}</h2>`;
  return `<section class="solutions">${heading}<div class="solutions-of">${rows.join('\n')}</div></section>`;
}

function answersIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return [];
    return hasClass(node, 'answer') ? [toString(node).trim()] : answersIn(node.children);
  });
}
