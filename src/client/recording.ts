import { captionsOf } from '../model/captions.ts';
import type { ServedWords } from '../model/talk-words.ts';
import { sendCamera } from './camera-corner.ts';
import { clockText } from './pace.ts';
import type { PresenterWorks } from './presenter.ts';
import { startRecording, type Recorded, type Recording } from './recorder.ts';
import { slidesAddress, windowSecret, type WindowChannel } from './window-channel.ts';

interface RecordingView {
  dialog: HTMLDialogElement;
  microphone: HTMLSelectElement;
  camera: HTMLSelectElement;
  start: HTMLButtonElement;
  status: HTMLElement;
}

/** Adds recording to the presenter view: a button, and a dialog to choose what is recorded. */
export function showRecording(works: PresenterWorks, words: ServedWords): void {
  const { frame, store } = works;
  // Pages that came by plain HTTP from another computer cannot record.
  if (navigator.mediaDevices?.getDisplayMedia === undefined) return;
  const opener = document.createElement('button');
  [opener.type, opener.className] = ['button', 'record'];
  opener.setAttribute('aria-haspopup', 'dialog');
  const label = document.createElement('span');
  opener.append(label);
  frame.button('help')?.parentElement?.prepend(opener);
  const view = createView(words);
  frame.root.append(view.dialog);
  let recording: Recording | undefined;
  const show = (): void => {
    opener.dataset['on'] = String(recording !== undefined);
    label.textContent = recording ? clockText((Date.now() - recording.began) / 1000) : words.record;
    const says = recording ? words.stopRecording : words.record;
    opener.title = says;
    opener.setAttribute('aria-label', says);
  };
  const done = (recorded: Recorded): void => {
    recording = undefined;
    sendCamera(null);
    save(works, recorded);
    view.status.textContent = words.recordSaved;
    view.dialog.showModal();
    show();
  };
  const begin = async (): Promise<void> => {
    const { microphone, camera } = view;
    view.start.disabled = true;
    try {
      if (camera.value) sendCamera(camera.selectedOptions[0]?.label ?? '');
      recording = await startRecording(store, microphone.value || undefined, done);
      view.dialog.close();
    } catch (error) {
      sendCamera(null);
      view.status.textContent = words.recordFailed.replace('{reason}', (error as Error).message);
    }
    view.start.disabled = false;
    show();
  };
  const open = (): void => {
    if (recording) return recording.stop();
    view.status.textContent = '';
    if (!view.dialog.open) view.dialog.showModal();
    void fillDevices(view, words);
  };
  opener.addEventListener('click', open);
  view.start.addEventListener('click', () => void begin());
  view.camera.addEventListener('change', () => void allow({ video: true }).then(() => fillDevices(view, words)));
  // Closing the window would lose the recording.
  window.addEventListener('beforeunload', (event) => recording && event.preventDefault());
  setInterval(() => recording && show(), 500);
  show();
  if (new URLSearchParams(location.search).has('record')) open();
}

function createView(words: ServedWords): RecordingView {
  const dialog = document.createElement('dialog');
  dialog.className = 'recording';
  dialog.setAttribute('aria-label', words.record);
  dialog.innerHTML = `<form method="dialog"><h2>${words.record}</h2><button class="small" aria-label="${words.close}">✕</button></form><label><span>${words.microphone}</span><select data-device="audioinput"></select></label><label><span>${words.camera}</span><select data-device="videoinput"></select></label><p>${words.recordHint}</p><div class="begin"><button type="button">${words.startRecording}</button></div><p role="status"></p>`;
  // Keys are for the dialog, not for the talk behind it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const find = <Part extends HTMLElement>(selector: string): Part => dialog.querySelector(selector) as Part;
  return {
    dialog,
    microphone: find('[data-device="audioinput"]'),
    camera: find('[data-device="videoinput"]'),
    start: find('.begin button'),
    status: find('[role="status"]'),
  };
}

/** Asks for a device: browsers name devices, and let other windows use them, when that was allowed. */
async function allow(wanted: MediaStreamConstraints): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia(wanted).catch(() => undefined);
  stream?.getTracks().forEach((track) => track.stop());
}

async function fillDevices({ dialog, microphone }: RecordingView, words: ServedWords): Promise<void> {
  if (microphone.options.length === 0) await allow({ audio: true });
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => []);
  for (const list of dialog.querySelectorAll<HTMLSelectElement>('select')) {
    const fresh = list.options.length === 0;
    const [chosen, kind] = [list.value, list.dataset['device']];
    const found = devices.filter((device) => device.kind === kind && device.deviceId !== '');
    // Before it is allowed a camera has no id; to choose any asks for it.
    const unnamed = kind === 'videoinput' && found.length === 0 && devices.some((device) => device.kind === kind);
    const options = [
      new Option(words.noDevice, ''),
      ...found.map(({ deviceId, label }, index) => new Option(label || String(index + 1), deviceId)),
      ...(unnamed ? [new Option(words.camera, 'any')] : []),
    ];
    list.replaceChildren(...options);
    list.value = fresh && kind === 'audioinput' ? (found[0]?.deviceId ?? '') : chosen;
    if (list.selectedIndex === -1) list.selectedIndex = chosen === 'any' && found.length > 0 ? 1 : 0;
  }
}

/** Offers the video and its captions as files. */
function save({ offscreen }: PresenterWorks, { film, ms, seen }: Recorded): void {
  const notesOf = (slide: string): string => {
    const text = (offscreen.notes(slide) ?? []).map((node) => node.textContent ?? '').join(' ');
    return text.replace(/\s+/g, ' ').trim();
  };
  const captions = captionsOf(seen, ms, notesOf, document.documentElement.lang);
  const name = `${document.title.replace(/ – [^–]*$/, '').replace(/[^\p{L}\p{N}]+/gu, '-') || 'talk'}`;
  download(film, `${name}.${film.type === 'video/mp4' ? 'mp4' : 'webm'}`);
  if (captions.includes('-->')) download(new Blob([captions], { type: 'text/vtt' }), `${name}.vtt`);
}

function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  [link.href, link.download] = [URL.createObjectURL(content), name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Offers the presenter view with its recording, in the window that `lectern record` opens. */
export function offerRecording(words: ServedWords, windows: WindowChannel): void {
  if (!new URLSearchParams(location.search).has('record')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'offer-recording';
  button.textContent = `● ${words.record}`;
  [button.lang, button.dir] = [words.lang, words.dir];
  button.style.cssText =
    'position:fixed;z-index:100;inset-block-end:32px;inset-inline:0;margin-inline:auto;width:fit-content;padding:14px 24px;border:0;border-radius:999px;background:#c81e1e;color:#fff;font:600 18px/1.3 system-ui,"DejaVu Sans",sans-serif;box-shadow:0 4px 20px #0006;cursor:pointer';
  button.addEventListener('click', () => {
    const { secret } = windowSecret();
    const address = `${slidesAddress()}?presenter=${encodeURIComponent(secret)}&record`;
    windows.open(address, `lectern-presenter-${secret}`, 'popup,width=1280,height=800');
    button.remove();
  });
  document.body.append(button);
}
