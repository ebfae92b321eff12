/** Actions of taps, clicks and the wheel on slides. */
export interface TapActions {
  back: () => void;
  next: () => void;
  /** A tap in the middle. */
  middle: () => void;
  /** Further ways to the next step, as set by the deck: a click, the wheel. */
  advance: readonly string[];
  rtl: boolean;
  /** Something else has the pointer. */
  isBusy: () => boolean;
}

/** Elements that react to clicks themselves. */
const ALIVE =
  'a, button, summary, input, select, textarea, label, video, audio, iframe, .embed, [role=button], [contenteditable], [tabindex]';

/**
 * Lets a finger turn the slides: a tap at the sides goes back and on, one in the middle shows the menu. A mouse and its wheel
 * do so where the deck says.
 */
export function takeTaps(region: HTMLElement, { back, next, middle, advance, rtl, isBusy }: TapActions): void {
  let from: PointerEvent | undefined;
  region.addEventListener('pointerdown', (event) => {
    from = event.isPrimary && event.button === 0 ? event : undefined;
  });
  region.addEventListener('pointerup', (event) => {
    const [down, touched] = [from, event.pointerType !== 'mouse'];
    from = undefined;
    if (down?.pointerId !== event.pointerId || isBusy() || (!touched && !advance.includes('click'))) return;
    const moved = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
    const alive = event.target instanceof Element && event.target.closest(ALIVE);
    if (moved > 8 || event.timeStamp - down.timeStamp > 600 || alive || getSelection()?.isCollapsed === false) return;
    const along = event.clientX / region.clientWidth;
    const place = rtl ? 1 - along : along;
    if (place < 0.25) back();
    else if (place > 0.75 || !touched) next();
    else middle();
  });
  if (!advance.includes('wheel')) return;
  let [turned, last] = [0, 0];
  region.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey || isBusy() || scrolls(event)) return;
      // A wheel turns in notches; what glides on after a swipe on a pad is no more of them.
      turned = event.timeStamp - last > 200 ? event.deltaY : turned + event.deltaY;
      last = event.timeStamp;
      if (Math.abs(turned) < 50) return;
      if (turned > 0) next();
      else back();
      turned = -Infinity * Math.sign(turned);
    },
    { passive: true },
  );
}

/** Tells whether the wheel scrolls something on the slide. */
function scrolls({ target, deltaY }: WheelEvent): boolean {
  for (let one = target as Element | null; one && !one.matches('.slides'); one = one.parentElement) {
    const { overflowY } = getComputedStyle(one);
    const room = deltaY > 0 ? one.scrollHeight - one.clientHeight - one.scrollTop > 1 : one.scrollTop > 0;
    if (room && /auto|scroll/.test(overflowY)) return true;
  }
  return false;
}
