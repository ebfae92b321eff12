import type { RecordedSlide } from '../model/captions.ts';
import type { TalkStore } from './talk-store.ts';
import { withDuration } from './webm-duration.ts';

/** Formats that browsers can record, best first. */
const FORMATS = ['video/webm;codecs=vp9,opus', 'video/webm;codecs=vp8,opus', 'video/webm', 'video/mp4'];
const BITS_PER_SECOND = 5_000_000;

/** A recording that goes on. */
export interface Recording {
  /** When it began, in ms since 1970. */
  began: number;
  stop: () => void;
}

/** A recording that is over. */
export interface Recorded {
  film: Blob;
  ms: number;
  /** The slides that were seen, in order. */
  seen: RecordedSlide[];
}

/**
 * Records a window that the speaker chooses, and a microphone.
 *
 * @param microphone - id of the device; `undefined` for none.
 * @param done - called when it is over, whether the speaker stopped it or the browser.
 * @throws DOMException where the speaker, the browser or the system refuses
 */
export async function startRecording(
  store: TalkStore,
  microphone: string | undefined,
  done: (recorded: Recorded) => void,
): Promise<Recording> {
  const options = { video: { frameRate: 30 }, audio: true, selfBrowserSurface: 'exclude', surfaceSwitching: 'exclude' };
  const shown = await navigator.mediaDevices.getDisplayMedia(options);
  const tracks = [...shown.getTracks()];
  const end = (): void => tracks.forEach((track) => track.stop());
  try {
    const voice =
      microphone === undefined
        ? undefined
        : await navigator.mediaDevices.getUserMedia({ audio: { deviceId: { exact: microphone } } });
    tracks.push(...(voice?.getTracks() ?? []));
    const sound = mixed([shown, voice]);
    const type = FORMATS.find((format) => MediaRecorder.isTypeSupported(format)) ?? '';
    const recorder = new MediaRecorder(new MediaStream([...shown.getVideoTracks(), ...sound.tracks]), {
      mimeType: type,
      videoBitsPerSecond: BITS_PER_SECOND,
    });
    const parts: Blob[] = [];
    const began = Date.now();
    const seen = followSlides(store, began);
    recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
    recorder.addEventListener('stop', () => {
      const ms = Date.now() - began;
      end();
      sound.close();
      const film = new Blob(parts, { type: type.split(';', 1)[0] ?? '' });
      void withDuration(film, ms).then((whole) => done({ film: whole, ms, seen: seen() }));
    });
    // A window that is closed, or a speaker who ends it in the browser's own bar.
    for (const track of shown.getVideoTracks()) track.addEventListener('ended', () => stop());
    const stop = (): void => {
      if (recorder.state !== 'inactive') recorder.stop();
    };
    // In parts, so that browsers can put them on the disk meanwhile.
    recorder.start(5000);
    return { began, stop };
  } catch (error) {
    end();
    throw error;
  }
}

/** Makes one track of the sounds of several streams. */
function mixed(streams: readonly (MediaStream | undefined)[]): { tracks: MediaStreamTrack[]; close: () => void } {
  const heard = streams.filter((stream) => stream !== undefined && stream.getAudioTracks().length > 0);
  if (heard.length === 0) return { tracks: [], close: () => {} };
  const context = new AudioContext();
  const target = context.createMediaStreamDestination();
  for (const stream of heard) if (stream) context.createMediaStreamSource(stream).connect(target);
  return { tracks: target.stream.getAudioTracks(), close: () => void context.close() };
}

/** Notes which slides the audience sees. @returns what ends that. */
function followSlides(store: TalkStore, began: number): () => RecordedSlide[] {
  const seen: RecordedSlide[] = [{ slide: store.talk.shown.slide, from: 0 }];
  let going = true;
  store.listen(({ type }) => {
    const { slide } = store.talk.shown;
    if (going && type === 'talk' && seen.at(-1)?.slide !== slide) seen.push({ slide, from: Date.now() - began });
  });
  return () => {
    going = false;
    return seen;
  };
}
