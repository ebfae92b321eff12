/** What a key asks for. */
export type StageAction =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'list'
  | 'black'
  | 'freeze'
  | 'pointer'
  | 'pen'
  | 'undo'
  | 'clear'
  | 'timer'
  | 'reset'
  | 'larger'
  | 'smaller'
  | 'help'
  | 'presenter'
  | 'fullscreen'
  | 'close';

/** Somebody writes, in a field for the search for example. */
export function writes(event: Event): boolean {
  const [at] = event.composedPath();
  return at instanceof HTMLElement && (at.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(at.tagName));
}

/** The key's meaning in a talk; `undefined` where it is none of ours, or somebody writes. */
export function stageAction(event: KeyboardEvent): StageAction | undefined {
  if (writes(event) || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const [at] = event.composedPath();
  // Enter and the space bar are for the button that has the focus.
  if (
    /^(?: |Enter)$/.test(event.key) &&
    at instanceof HTMLElement &&
    at.matches('button, a[href], video, audio, summary')
  )
    return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === ' ') return event.shiftKey ? 'back' : 'next';
  const actions: Record<string, StageAction> = {
    ArrowRight: 'next',
    ArrowDown: 'next',
    PageDown: 'next',
    n: 'next',
    ArrowLeft: 'back',
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
    d: 'pen',
    u: 'undo',
    c: 'clear',
    t: 'timer',
    r: 'reset',
    '+': 'larger',
    '=': 'larger',
    '-': 'smaller',
    '?': 'help',
    s: 'presenter',
    f: 'fullscreen',
    F5: 'fullscreen',
    Escape: 'close',
  };
  return actions[key];
}

/** Collects digits; Enter ends them. */
export function numberKeys(go: (number: number) => void): (event: KeyboardEvent) => boolean {
  let digits = '';
  return ({ key, ctrlKey, metaKey, altKey }) => {
    if (ctrlKey || metaKey || altKey) return false;
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
