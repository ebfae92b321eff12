import { playbackTime, playersOf, samePlayback, type Playback } from './playback.ts';
import type { TalkStore } from './talk-store.ts';

/** The parts of the slides' window that players use. */
interface PlayersPlace {
  region: HTMLElement;
  reveal: { getCurrentSlide: () => HTMLElement | null; on: (type: string, listener: () => void) => void };
}

/**
 * Keeps videos and sounds of the slide that is shown as the talk has them, which other windows may change, and the talk as
 * they are, since they have buttons of their own.
 *
 * @returns what plays the first of them, or stops the one that plays.
 */
export function syncPlayers(store: TalkStore, { region, reveal }: PlayersPlace): () => void {
  const slide = (): HTMLElement | null => reveal.getCurrentSlide();
  // Only what is new is done: somebody may have changed the speed, or a film plays round and round.
  let done = '';
  const tell = (player: HTMLMediaElement): void => {
    const index = playersOf(slide()).indexOf(player);
    if (index === -1) return;
    const { paused, ended, currentTime, duration } = player;
    const known = store.talk.media;
    // One that stands still does not come before another that was touched.
    if (paused && (known?.slide === slide()?.id ? known?.index !== index : index > 0)) return;
    const length = Number.isFinite(duration) ? Math.round(duration * 100) / 100 : 0;
    const now = store.now();
    const media: Playback = {
      slide: slide()?.id ?? '',
      index,
      playing: !paused && !ended,
      time: currentTime,
      since: now,
      length,
    };
    if (samePlayback(known, media, now)) return;
    done = JSON.stringify(media);
    store.change((talk) => ({ ...talk, media }));
  };
  const apply = (): void => {
    const { media } = store.talk;
    const player = media?.slide === slide()?.id && media ? playersOf(slide())[media.index] : undefined;
    const asked = JSON.stringify(media);
    if (!media || !player || asked === done) return;
    done = asked;
    const time = playbackTime(media, store.now());
    // What plays is a little ahead or behind, and may be at its end already.
    const isNear = Math.abs(player.currentTime - time) < (media.playing ? 0.75 : 0.05);
    if (!isNear && !(media.playing && media.length > 0 && time >= media.length)) player.currentTime = time;
    if (!media.playing && !player.paused) player.pause();
    for (const other of playersOf(slide())) if (other !== player) other.pause();
    if (!media.playing) return;
    if (!player.paused) return;
    player.play().catch(({ name }: Error) => {
      if (name !== 'NotAllowedError' || store.talk.media?.playing !== true) return;
      store.change((talk) => ({ ...talk, media: { ...media, playing: false, blocked: true } }));
    });
  };
  for (const type of ['play', 'pause', 'seeked', 'ended', 'loadedmetadata'])
    region.addEventListener(type, ({ target }) => target instanceof HTMLMediaElement && tell(target), true);
  const shown = (): void => {
    const [first] = playersOf(slide());
    if (first) tell(first);
  };
  reveal.on('slidechanged', shown);
  store.listen(({ type }) => type === 'talk' && apply());
  apply();
  shown();
  return () => {
    const players = playersOf(slide());
    const player = players.find(({ paused }) => !paused) ?? players[store.talk.media?.index ?? 0] ?? players[0];
    if (player?.paused) player.play().catch(() => {});
    else player?.pause();
  };
}
