import type { ServedWords } from '../model/talk-words.ts';
import { proposedDurations, timeOn, type Rehearsal } from '../model/rehearsal.ts';
import type { ServerMessage } from './live-messages.ts';
import type { LivePage } from './live-page.ts';
import { clockText } from './pace.ts';
import type { PresenterFrame } from './presenter-frame.ts';
import { dateText, make, rehearsalTable, sectionGroups } from './rehearsal-table.ts';
import { toggledTimer, wentTo } from './talk.ts';
import type { TalkStore } from './talk-store.ts';

interface RehearsalView {
  store: TalkStore;
  page: LivePage;
  words: ServedWords;
  dialog: HTMLDialogElement;
  /** Holds what a question and its answer are about. */
  status: HTMLElement;
}

/** Adds rehearsals to the presenter view: a button, the times while they are recorded, and a dialog with those that are kept. */
export function showRehearsals(
  { root, parts, button }: PresenterFrame,
  store: TalkStore,
  page: LivePage,
  words: ServedWords,
): void {
  const opener = make('button', 'rehearse');
  opener.append(make('span', '', words.rehearse));
  opener.setAttribute('type', 'button');
  opener.setAttribute('aria-haspopup', 'dialog');
  button('help')?.parentElement?.prepend(opener);
  const chip = make('p', 'rehearsing');
  chip.hidden = true;
  parts.pace.before(chip);
  const dialog = document.createElement('dialog');
  dialog.className = 'rehearsals';
  dialog.setAttribute('aria-label', words.rehearsals);
  root.append(dialog);
  // Keys are for the dialog, not for the talk behind it.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  const status = make('div', 'status');
  status.setAttribute('role', 'status');
  const view: RehearsalView = { store, page, words, dialog, status };
  let kept: readonly Rehearsal[] = [];
  let recording: Extract<ServerMessage, { type: 'rehearsing' }> = { type: 'rehearsing', on: false, current: undefined };
  let filled: TalkStore['plan'] | undefined;
  const fill = (): void => {
    filled = store.plan;
    fillDialog(view, kept, recording.on);
  };
  const tick = (): void => {
    opener.dataset['on'] = String(recording.on);
    chip.hidden = !recording.on;
    if (recording.on) chip.replaceChildren(...liveTimes(store, recording.current, words));
    // The deck may be written meanwhile, by this window as well.
    if (dialog.open && filled !== store.plan) fill();
  };
  opener.addEventListener('click', () => {
    answer(view);
    fill();
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.begin button')?.focus();
  });
  page.listen((message) => {
    if (message.type === 'rehearsals') kept = message.kept;
    else if (message.type === 'durations') showWritten(view, message);
    else if (message.type !== 'rehearsing') return;
    else if (recording.on === message.on) {
      recording = message;
      return tick();
    } else recording = message;
    if (dialog.open) fill();
    tick();
  });
  setInterval(tick, 500);
  tick();
}

function fillDialog(view: RehearsalView, kept: readonly Rehearsal[], on: boolean): void {
  const { store, words, dialog, status } = view;
  const form = make('form');
  form.setAttribute('method', 'dialog');
  const close = make('button', 'small', '✕');
  close.setAttribute('aria-label', words.close);
  form.append(make('h2', '', words.rehearsals), close);
  const begin = make('div', 'begin');
  begin.append(
    action(on ? words.endRehearsal : words.startRehearsal, () => (on ? end(view) : start(view)), 'main'),
    make('p', '', words.rehearseHint),
  );
  const focused = dialog.contains(dialog.getRootNode() instanceof ShadowRoot ? activeIn(dialog) : null);
  const folds = (): HTMLElement[] => [...dialog.querySelectorAll<HTMLElement>('.fold')];
  const opened = folds().map((fold) => fold.getAttribute('aria-expanded'));
  const table = make('div', 'table');
  table.append(rehearsalTable(store.plan, kept, words, (rehearsal) => actionsOf(rehearsal, view)));
  dialog.replaceChildren(form, begin, status, kept.length > 0 ? table : make('p', 'none', words.noRehearsals));
  for (const [index, fold] of folds().entries()) if (opened[index] === 'true') fold.click();
  // What had the focus is gone.
  if (focused) begin.querySelector('button')?.focus();
}

function activeIn(element: Element): Element | null {
  return (element.getRootNode() as ShadowRoot).activeElement;
}

function start({ store, page, dialog }: RehearsalView): void {
  const first = store.plan[0];
  dialog.close();
  if (!first) return;
  page.say({ type: 'rehearse', on: true });
  store.change((talk) => ({
    ...wentTo(talk, { slide: first.id, step: 0 }, store.now()),
    timer: { since: store.now(), spent: 0 },
  }));
}

function end({ store, page }: RehearsalView): void {
  page.say({ type: 'rehearse', on: false });
  if (store.talk.timer.since !== null) store.change((talk) => toggledTimer(talk, store.now()));
}

function actionsOf(rehearsal: Rehearsal, view: RehearsalView): HTMLElement {
  const { words, page } = view;
  const made = make('div', 'actions');
  made.append(
    action(words.writeDurations, () => askToWrite(rehearsal, view)),
    action(words.deleteRehearsal, () => page.say({ type: 'forget-rehearsal', started: rehearsal.started })),
  );
  for (const button of made.children)
    button.setAttribute('aria-label', `${button.textContent ?? ''}: ${dateText(rehearsal.started, words)}`);
  return made;
}

/** Shows what would be written, and asks. */
function askToWrite(rehearsal: Rehearsal, view: RehearsalView): void {
  const { store, words, page, dialog, status } = view;
  const times = proposedDurations(rehearsal);
  const changed = store.plan.filter(({ id, length }) => times.has(id) && times.get(id) !== length);
  const list = make('ul');
  list.append(
    ...changed.map(({ id, title, length }) => {
      const item = make('li');
      const name = make('span', '', title || words.untitled);
      name.dir = 'auto';
      const [before, after] = [length > 0 ? `${clockText(length)} → ` : '', clockText(times.get(id) ?? 0)];
      const change = make('bdi', 'digits', before + after);
      change.dir = 'ltr';
      item.append(name, change);
      return item;
    }),
  );
  const buttons = make('div', 'actions');
  const write = action(
    words.write,
    () => {
      answer(view);
      page.say({ type: 'write-durations', started: rehearsal.started });
    },
    'main',
  );
  buttons.append(
    write,
    action(words.cancel, () => answer(view)),
  );
  const question = make('p', '', words.writeQuestion.replace('{number}', String(changed.length)));
  status.replaceChildren(question, list, buttons);
  dialog.classList.add('asks');
  write.focus();
}

function showWritten(view: RehearsalView, message: Extract<ServerMessage, { type: 'durations' }>): void {
  const { written, left, problem } = message;
  const { words } = view;
  answer(
    view,
    make('p', '', words.durationsWritten.replace('{number}', String(written))),
    ...(left.length > 0 ? [make('p', '', words.durationsLeft.replace('{slides}', left.join(', ')))] : []),
    ...(problem === undefined ? [] : [make('p', 'problem', problem)]),
  );
}

/** Ends a question, and shows what came of it. */
function answer({ dialog, status }: RehearsalView, ...lines: HTMLElement[]): void {
  const asked = dialog.classList.contains('asks');
  dialog.classList.remove('asks');
  status.replaceChildren(...lines);
  if (asked) dialog.querySelector<HTMLElement>('.begin button')?.focus();
}

/** The time on the slide and in its section, until now. */
function liveTimes(store: TalkStore, current: Rehearsal | undefined, words: ServedWords): HTMLElement[] {
  const { talk, plan } = store;
  const { since } = talk.timer;
  const running = since === null || !current ? 0 : Math.max(0, (store.now() - Math.max(talk.changed, since)) / 1000);
  const slide = plan.find(({ id }) => id === talk.at.slide);
  if (!slide) return [];
  const spent = (id: string): number => (current && timeOn(current, id)) ?? 0;
  const group = sectionGroups(plan).find(({ slides }) => slides.includes(slide));
  const section = group?.slides ?? [];
  const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
  const own = shownTime('', spent(slide.id) + running, slide.length, words);
  own.textContent = words.slideTime.replace('{time}', own.textContent ?? '');
  const title = group?.title ?? '';
  if (title === '' || section.length < 2) return [own];
  const lengths = sum(section.map(({ length }) => length));
  return [own, shownTime(`${title} `, sum(section.map(({ id }) => spent(id))) + running, lengths, words)];
}

function shownTime(name: string, seconds: number, planned: number, words: ServedWords): HTMLElement {
  const time = clockText(seconds);
  const text = planned > 0 ? words.ofPlanned.replace('{time}', time).replace('{planned}', clockText(planned)) : time;
  const made = make('span', 'digits', name + text);
  made.dataset['state'] = planned > 0 && seconds > planned ? 'late' : 'fine';
  return made;
}

function action(text: string, act: () => void, className = ''): HTMLElement {
  const button = make('button', className, text);
  button.setAttribute('type', 'button');
  button.addEventListener('click', act);
  return button;
}
