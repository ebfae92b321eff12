/**
 * Keeps the screen from going dark while the page is seen: by a wake lock, or, where browsers have none, by a film of
 * black and silence that plays on. They have none on pages that came by plain HTTP from another computer, as a phone's
 * do.
 *
 * @param served - the page comes from a server, which has the film.
 */
export function keepAwake(served: boolean): void {
  let lock: WakeLockSentinel | undefined;
  let film: HTMLVideoElement | undefined;
  const play = (): void => {
    film ??= stillFilm();
    if (film.paused) film.play().catch(() => {});
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
    if (served && !navigator.wakeLock) play();
    else ask();
  };
  document.addEventListener('visibilitychange', ask);
  for (const type of ['keydown', 'pointerup', 'touchend']) window.addEventListener(type, touched, { passive: true });
  ask();
}

/** Creates a film that keeps a screen on. It has a silent sound track: phones go to sleep over films without one. */
function stillFilm(): HTMLVideoElement {
  const film = document.createElement('video');
  film.className = 'still-film';
  film.setAttribute('playsinline', '');
  film.setAttribute('aria-hidden', 'true');
  film.tabIndex = -1;
  film.loop = true;
  film.disableRemotePlayback = true;
  film.style.cssText =
    'position:fixed;inset-block-end:0;inset-inline-start:0;width:1px;height:1px;opacity:0;pointer-events:none';
  for (const address of ['/still.webm', '/still.mp4']) {
    const source = document.createElement('source');
    source.src = address;
    film.append(source);
  }
  document.body.append(film);
  return film;
}
