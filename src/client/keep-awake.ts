/**
 * Keeps the screen from going dark while the page is seen: by a wake lock, or, where browsers have none, by a video of
 * black and silence that plays on. They have none on pages that came by plain HTTP from another computer, as a phone's
 * do.
 *
 * @param stillFilm - creates the video, where the page comes from a server that has it.
 */
export function keepAwake(stillFilm?: () => HTMLVideoElement): void {
  let lock: WakeLockSentinel | undefined;
  let film: HTMLVideoElement | undefined;
  const play = (): void => {
    film ??= stillFilm?.();
    if (film?.paused) film.play().catch(() => {});
  };
  const ask = (): void => {
    if (document.visibilityState !== 'visible') return;
    if (!navigator.wakeLock) return film && play();
    if (lock && !lock.released) return;
    navigator.wakeLock.request('screen').then(
      (given) => (lock = given),
      () => {},
    );
  };
  // Browsers want a key or a touch before anything plays, and some before a lock; either may be taken away later.
  const touched = (): void => {
    if (!navigator.wakeLock) play();
    else ask();
  };
  document.addEventListener('visibilitychange', ask);
  for (const type of ['keydown', 'pointerup', 'touchend']) window.addEventListener(type, touched, { passive: true });
  ask();
}
