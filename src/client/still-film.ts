/** Creates a video that keeps a screen on. It has a silent sound track: phones go to sleep over videos without one. */
export function stillFilm(): HTMLVideoElement {
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
