import type { ServedWords } from '../model/talk-words.ts';
import { createAnnotationShapes } from './annotation-shapes.ts';
import type { SlidesWindow } from './slides-window.ts';
import { slideStepOf, sameSlideStep, showSlideStep } from './sync-reveal.ts';
import type { ServerMessage } from './live-messages.ts';
import type { ServedOptions } from './stage-options.ts';
import type { Drawing, SlideStep } from './talk.ts';
import { slideZoom } from './zoom-slide.ts';

/** Shows what the speaker shows, until its reader looks elsewhere; one tap catches up. */
export function followTalk(
  { reveal, region }: SlidesWindow,
  size: Pick<ServedOptions, 'width' | 'height' | 'words'>,
): (message: ServerMessage) => void {
  const annotations = createAnnotationShapes(size);
  const zoom = slideZoom(size);
  region.querySelector('.slides')?.append(annotations.element);
  const drawings = new Map<string, Drawing>();
  let shown: SlideStep | undefined;
  let following = true;
  let applying = false;
  const here = (): string => reveal.getCurrentSlide()?.id ?? '';
  const catchUp = createCatchUp(size.words, () => {
    following = true;
    apply();
  });
  const ends = (): void => {
    catchUp.hidden = following || shown === undefined;
    annotations.lines(drawings.get(here())?.strokes ?? []);
    zoom([reveal.getCurrentSlide(), annotations.element], following ? shown?.zoom : undefined);
  };
  const apply = (): void => {
    if (following && shown) {
      applying = true;
      showSlideStep(reveal, shown);
      applying = false;
    }
    ends();
  };
  const moved = (): void => {
    if (applying) return;
    following = shown !== undefined && sameSlideStep(slideStepOf(reveal), shown);
    ends();
  };
  for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden']) reveal.on(type, moved);
  return (message) => {
    if (message.type === 'shown') {
      ({ shown } = message);
      if (message.black !== reveal.isPaused()) reveal.togglePause(message.black);
      apply();
    } else if (message.type === 'drawing') {
      drawings.set(message.slide, message.drawing);
      ends();
    } else if (message.type === 'trace') annotations.trace(message.slide === here() ? message.stroke : null);
    else if (message.type === 'pointer') annotations.pointer(following ? message.point : null, message.spot);
  };
}

function createCatchUp(words: ServedWords, act: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.hidden = true;
  button.textContent = `${words.catchUp} ›`;
  [button.lang, button.dir] = [words.lang, words.dir];
  button.style.cssText =
    'position:fixed;z-index:100;inset-block-end:calc(max(16px,env(safe-area-inset-bottom)) + var(--audience-below,0px) + var(--above,0px));left:50%;transform:translateX(-50%);padding:12px 20px;border:0;border-radius:999px;background:#1c1f27;color:#fff;font:16px/1.3 system-ui,"DejaVu Sans",sans-serif;box-shadow:0 4px 20px #0006;cursor:pointer';
  button.addEventListener('click', act);
  document.body.append(button);
  return button;
}
