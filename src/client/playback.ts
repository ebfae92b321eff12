/** A video or a sound that the audience hears and sees, or may do so. */
export interface Playback {
  slide: string;
  /** The index of the player on its slide, from 0. */
  index: number;
  playing: boolean;
  /** Seconds from its beginning, at a moment. */
  time: number;
  /** Time of that moment, in ms since 1970. */
  since: number;
  /** Seconds; 0 where it is not known yet. */
  length: number;
  /** The browser plays nothing before somebody has clicked on the slides. */
  blocked?: boolean | undefined;
}

/** Returns the players of a slide: videos and sounds that somebody may start and stop. */
export function playersOf(slide: Element | null): HTMLMediaElement[] {
  return [...(slide?.querySelectorAll<HTMLMediaElement>('video:not([aria-hidden]), audio') ?? [])];
}

/** Returns where a video is now, in seconds from its beginning. */
export function playbackTime({ playing, time, since, length }: Playback, now: number): number {
  const seconds = playing ? time + Math.max(0, now - since) / 1000 : time;
  return length > 0 ? Math.min(seconds, length) : seconds;
}

/** Tells whether two say the same, but for the moment that it takes to tell. */
export function samePlayback(a: Playback | undefined, b: Playback, now: number): boolean {
  if (a?.slide !== b.slide || a.index !== b.index || a.playing !== b.playing || a.length !== b.length) return false;
  return Math.abs(playbackTime(a, now) - playbackTime(b, now)) < 0.75;
}
