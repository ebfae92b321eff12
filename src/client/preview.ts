/** How a slide looks, small. */
export interface Preview {
  /** @param slide - the slide's element, which is copied; `null` shows nothing. */
  show: (slide: HTMLElement | null, step: number) => void;
}

export interface PreviewOptions {
  width: number;
  height: number;
  /** Scales down what does not fit. */
  fit: (slides: HTMLElement[]) => void;
}

/** Fills `host`, which has the shape of a slide, with copies of slides. */
export function createPreview(host: HTMLElement, { width, height, fit }: PreviewOptions): Preview {
  const stage = document.createElement('div');
  // Themes made for reveal.js dress what is inside of `.reveal`.
  stage.className = 'print reveal';
  stage.inert = true;
  stage.style.cssText = `position:absolute;inset-inline-start:0;top:0;width:${width}px;height:${height}px;transform-origin:0 0`;
  if (document.documentElement.dir === 'rtl') stage.style.transformOrigin = '100% 0';
  host.append(stage);
  const scale = (): void => {
    stage.style.transform = `scale(${host.clientWidth / width})`;
  };
  new ResizeObserver(scale).observe(host);
  let shown: { slide: HTMLElement; copy: HTMLElement } | undefined;
  return {
    show(slide, step) {
      if (!slide) {
        shown = undefined;
        return stage.replaceChildren();
      }
      if (shown?.slide !== slide) {
        const copy = slide.cloneNode(true) as HTMLElement;
        copy.querySelector(':scope > .notes')?.remove();
        for (const media of copy.querySelectorAll<HTMLMediaElement>('video, audio')) {
          media.removeAttribute('autoplay');
          media.removeAttribute('data-autoplay');
          media.preload = 'metadata';
          // Nobody can press them here; a sound is nothing without them.
          if (media instanceof HTMLVideoElement) media.controls = false;
        }
        shown = { slide, copy };
        stage.replaceChildren(copy);
        scale();
        fit([copy]);
      }
      markSteps(shown.copy, step);
    },
  };
}

/** Shows a slide that does not move after so many of its steps. */
export function markSteps(slide: HTMLElement, step: number): void {
  for (const fragment of slide.querySelectorAll<HTMLElement>('[data-fragment-index]')) {
    const index = Number(fragment.dataset['fragmentIndex']);
    fragment.classList.toggle('pending', index >= step);
    fragment.classList.toggle('visible', index < step);
    fragment.classList.toggle('current-fragment', index === step - 1);
  }
  for (const block of slide.querySelectorAll('[data-code-steps]')) emphasiseLines(block);
}

/** Dims the lines of code that a step does not speak of. */
export function emphasiseLines(block: Element): void {
  const state = String(block.querySelectorAll('.code-step.visible').length);
  for (const line of block.querySelectorAll<HTMLElement>('.code-line')) {
    line.classList.toggle('dim', !(line.dataset['at'] ?? '').split(' ').includes(state));
  }
}
