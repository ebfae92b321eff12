/** The windows of a talk in one browser; messages between them never leave it. */
const NAME = 'lectern-camera';

interface CameraMessage {
  /** Path of the page: other talks may be open. */
  talk: string;
  /**
   * The name that the browser gives the device, since each window may have an id of its own for it; `null` for none.
   */
  camera: string | null;
}

/** Shows a camera in a corner of the slides, or takes it away. */
export function sendCamera(camera: string | null): void {
  const channel = new BroadcastChannel(NAME);
  // The rule is about windows; channels have no other origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel.postMessage({ talk: location.pathname, camera } satisfies CameraMessage);
  channel.close();
}

/** Opens the camera of a name, or the only one that there is. */
async function openCamera(name: string): Promise<MediaStream> {
  const { mediaDevices } = navigator;
  // Devices have names once any of them is allowed.
  const first = await mediaDevices.getUserMedia({ video: true });
  const named = (await mediaDevices.enumerateDevices()).find((one) => one.kind === 'videoinput' && one.label === name);
  if (!named || first.getVideoTracks()[0]?.label === name) return first;
  first.getTracks().forEach((track) => track.stop());
  return mediaDevices.getUserMedia({ video: { deviceId: { exact: named.deviceId } } });
}

/** Takes the camera that the presenter view names into a corner of this window. */
export function takeCamera(): void {
  const film = document.createElement('video');
  film.muted = true;
  film.playsInline = true;
  film.className = 'camera-corner';
  film.setAttribute('aria-hidden', 'true');
  film.style.cssText =
    'position:fixed;z-index:60;inset-block-end:3vmin;inset-inline-end:3vmin;width:24vmin;height:24vmin;border-radius:50%;object-fit:cover;box-shadow:0 0 0 3px #fff,0 4px 24px #0006;background:#14161b;pointer-events:none';
  let stream: MediaStream | undefined;
  const end = (): void => {
    stream?.getTracks().forEach((track) => track.stop());
    stream = undefined;
    film.remove();
  };
  new BroadcastChannel(NAME).addEventListener('message', ({ data }) => {
    const { talk, camera } = data as CameraMessage;
    if (talk !== location.pathname) return;
    end();
    if (camera === null) return;
    openCamera(camera).then(
      (given) => {
        stream = given;
        film.srcObject = given;
        document.body.append(film);
        void film.play().catch(() => {});
      },
      // The speaker sees that there is none.
      () => {},
    );
  });
}
