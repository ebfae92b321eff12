import type { ServedWords } from '../model/talk-words.ts';
import type { LivePage } from './live-page.ts';
import type { PresenterWorks } from './presenter.ts';
import type { StageOptions } from './stage-options.ts';

/** Has the button that saves drawings keep them beside the deck, where the server can. */
export function keepDrawings(
  { frame }: PresenterWorks,
  page: LivePage,
  { width, height, words }: Pick<StageOptions, 'width' | 'height'> & { words: ServedWords },
): void {
  const status = document.createElement('p');
  status.className = 'notice';
  status.setAttribute('role', 'status');
  frame.root.querySelector('nav')?.before(status);
  let gone: ReturnType<typeof setTimeout> | undefined;
  page.listen((message) => {
    if (message.type !== 'drawings-kept') return;
    const { file, problem } = message;
    status.textContent = problem ?? words.savedAs.replace('{file}', file ?? '');
    clearTimeout(gone);
    gone = setTimeout(() => (status.textContent = ''), 8000);
  });
  frame.root.addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element).closest('[data-do="export"]')) return;
      event.stopPropagation();
      page.say({ type: 'keep-drawings', size: [width, height] });
    },
    { capture: true },
  );
}
