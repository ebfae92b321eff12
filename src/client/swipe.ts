/**
 * Takes swipes to the side: short, and clearly no scrolling.
 *
 * @param swiped - called with the direction of the finger.
 */
export function takeSwipes(place: HTMLElement, swiped: (way: 'left' | 'right') => void): void {
  let from: { x: number; y: number; at: number; id: number } | undefined;
  place.addEventListener('pointerdown', ({ clientX, clientY, pointerId, pointerType, timeStamp, isPrimary }) => {
    // A second finger means something else.
    from = isPrimary && pointerType !== 'mouse' ? { x: clientX, y: clientY, at: timeStamp, id: pointerId } : undefined;
  });
  // Otherwise browsers take it for a throw, and the next tap for what ends that.
  place.addEventListener(
    'touchmove',
    (event) => {
      const [touch] = event.touches;
      if (!from || !touch || event.touches.length > 1 || !event.cancelable) return;
      if (Math.abs(touch.clientX - from.x) > Math.abs(touch.clientY - from.y)) event.preventDefault();
    },
    { passive: false },
  );
  place.addEventListener('pointercancel', () => (from = undefined));
  place.addEventListener('pointerup', ({ clientX, clientY, pointerId, timeStamp }) => {
    if (from?.id !== pointerId) return;
    const [across, along] = [clientX - from.x, clientY - from.y];
    const brisk = timeStamp - from.at < 1000;
    from = undefined;
    if (brisk && Math.abs(across) >= 45 && Math.abs(across) > 2 * Math.abs(along))
      swiped(across < 0 ? 'left' : 'right');
  });
}
