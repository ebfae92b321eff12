/** The parts of a phone's page. */
export interface RemoteFrame {
  root: ShadowRoot;
  /** Holds a slide, in the page's own styles. */
  screen: HTMLElement;
  part: (name: string) => HTMLElement;
  button: (name: string) => HTMLButtonElement | null;
  /** The list of slides. */
  list: HTMLDialogElement;
}

export function createRemoteFrame(
  css: string,
  { width, height, title }: { width: number; height: number; title: string },
): RemoteFrame {
  const { dir, lang } = document.documentElement;
  const host = document.createElement('div');
  host.id = 'remote';
  host.dir = 'ltr';
  host.style.cssText = `position:fixed;inset:0;--shape:${width}/${height};--ratio:${width / height}`;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = `<style>${css}</style>${remoteMarkup()}`;
  const screen = document.createElement('div');
  screen.style.cssText = 'position:absolute;inset:0;overflow:hidden';
  screen.dir = dir;
  host.append(screen);
  document.body.style.margin = '0';
  document.body.append(host);
  document.title = `${title} – Remote`;
  const part = (name: string): HTMLElement => root.querySelector(`[data-part="${name}"]`) as HTMLElement;
  part('notes').dir = dir;
  part('notes').lang = lang;
  return {
    root,
    screen,
    part,
    button: (name) => root.querySelector<HTMLButtonElement>(`button[data-do="${name}"]`),
    list: root.querySelector('dialog') as HTMLDialogElement,
  };
}

export function remoteMarkup(): string {
  const toggle = (name: string, text: string): string =>
    `<button type="button" data-do="${name}" aria-pressed="false">${text}</button>`;
  return `<div class="view remote">
<header><div class="time"><button type="button" data-do="timer" title="Start or stop the timer"><span class="digits" data-part="timer">0:00</span></button><span class="of digits" data-part="planned"></span>
<button type="button" class="small" data-do="reset" aria-label="Timer to 0:00" hidden>↺</button></div><p class="pace" data-part="pace" role="status"></p></header>
<div class="lost" data-part="offline" role="alert" hidden>No connection. Trying again.</div>
<div class="where"><strong data-part="where" dir="auto"></strong><span class="steps" data-part="steps"></span><span class="audience" data-part="audience" role="status" hidden></span></div>
<section class="peek" aria-label="Preview"><div class="screen"><slot></slot></div><div class="below"><span class="label" data-part="label"></span><button type="button" class="small" data-do="undo" hidden>Undo</button></div></section>
<section class="notes" aria-label="Speaker notes"><div class="text" data-part="notes" tabindex="0"></div><div class="sizes"><button type="button" class="small" data-do="smaller" aria-label="Smaller notes">A−</button><button type="button" class="small" data-do="larger" aria-label="Larger notes">A+</button></div></section>
<nav aria-label="Tools"><button type="button" data-do="list">Slides</button>${toggle('black', 'Black')}${toggle('freeze', 'Freeze')}${toggle('pointer', 'Pointer')}${toggle('pen', 'Draw')}</nav>
<nav aria-label="Slides" class="turn"><button type="button" data-do="back" aria-label="Back">‹</button><button type="button" data-do="next" aria-label="Next step">›</button></nav>
</div>
<dialog class="list" aria-label="Slides"><form method="dialog"><h2>Slides</h2><button class="small" aria-label="Close">✕</button></form><ol data-part="rows"></ol></dialog>`;
}
