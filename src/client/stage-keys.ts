/** The action of a key. */
export type StageAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'list'
  | 'black'
  | 'freeze'
  | 'pointer'
  | 'spotlight'
  | 'zoom'
  | 'pen'
  | 'marker'
  | 'eraser'
  | 'colour'
  | 'undo'
  | 'clear'
  | 'timer'
  | 'reset'
  | 'larger'
  | 'smaller'
  | 'help'
  | 'light'
  | 'presenter'
  | 'fullscreen'
  | 'read'
  | 'screens'
  | 'media'
  | 'notesDown'
  | 'notesUp'
  | 'close';

/** Tells whether an event comes from a field that somebody writes into, such as the search. */
export function writes(event: Event): boolean {
  const [at] = event.composedPath();
  return at instanceof HTMLElement && (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

/** Tells whether a key presses the focused element: Enter or the space bar on a link, a video or a `<summary>`. */
export function presses(event: KeyboardEvent): boolean {
  const [at] = event.composedPath();
  const pressed = ':any-link, button, summary, video, audio, [role=button], [role=link], [role=checkbox], [role=tab]';
  return /^(?: |Enter)$/.test(event.key) && at instanceof Element && at.matches(pressed);
}

/** Returns the meaning of a key in a talk; `undefined` where it has none, or somebody writes. */
export function stageAction(event: KeyboardEvent): StageAction | undefined {
  if (writes(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (presses(event)) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.shiftKey && key === 'ArrowDown') return 'notesDown';
  if (event.shiftKey && key === 'ArrowUp') return 'notesUp';
  if (key === ' ') return event.shiftKey ? 'back' : 'next';
  const leftwards = document.documentElement.dir === 'rtl';
  const actions: Record<string, StageAction> = {
    ArrowRight: leftwards ? 'back' : 'next',
    ArrowDown: 'next',
    PageDown: 'next',
    n: 'next',
    ArrowLeft: leftwards ? 'next' : 'back',
    ArrowUp: 'back',
    PageUp: 'back',
    p: 'back',
    Backspace: 'back',
    Home: 'first',
    End: 'last',
    g: 'list',
    b: 'black',
    '.': 'black',
    z: 'freeze',
    l: 'pointer',
    i: 'spotlight',
    m: 'zoom',
    d: 'pen',
    h: 'marker',
    e: 'eraser',
    x: 'colour',
    u: 'undo',
    c: 'clear',
    t: 'timer',
    r: 'reset',
    '+': 'larger',
    '=': 'larger',
    '-': 'smaller',
    '?': 'help',
    a: 'light',
    s: 'presenter',
    v: 'read',
    w: 'screens',
    k: 'media',
    f: 'fullscreen',
    F5: 'fullscreen',
    Escape: 'close',
  };
  return actions[key];
}

/** Collects digits; Enter ends them. */
export function numberKeys(go: (number: number) => void): (event: KeyboardEvent) => boolean {
  let digits = '';
  return (event) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || writes(event)) return false;
    if (/^\d$/.test(key)) {
      digits = (digits + key).slice(-5);
      return true;
    }
    const [typed, entered] = [digits, key === 'Enter'];
    digits = '';
    if (!entered || typed === '') return false;
    go(Number(typed));
    return true;
  };
}
