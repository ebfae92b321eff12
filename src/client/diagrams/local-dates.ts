/** How the days of a `gantt` axis are written until `localDates` writes them in a language. */
export const AXIS_DAY = '%Y-%m-%d';

/**
 * Writes the dates of a `gantt` axis in a language: days as it writes them, or the names of months and weekdays where the
 * author chose a format.
 */
export function localDates(root: Element, source: string, lang: string): void {
  const ticks = root.querySelectorAll('.grid .tick text');
  if (ticks.length === 0) return;
  const tag = new Intl.Locale(lang, { numberingSystem: 'latn', calendar: 'gregory' }).toString();
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const names = new Map<string, string>();
  for (const width of ['short', 'long'] as const) {
    const forms = [
      { month: width, timeZone: 'UTC' },
      { weekday: width, timeZone: 'UTC' },
    ] as const;
    forms.forEach((form, weekdays) => {
      const english = new Intl.DateTimeFormat('en', form);
      const local = new Intl.DateTimeFormat(tag, form);
      // The first of January 2023 was a Sunday.
      for (let index = 0; index < (weekdays ? 7 : 12); index += 1) {
        const date = Date.UTC(2023, weekdays ? 0 : index, weekdays ? 1 + index : 1);
        names.set(english.format(date), local.format(date));
      }
    });
  }
  const chosen = /^\s*axisFormat\b|axisFormat["']?\s*:/m.test(source);
  for (const tick of ticks) {
    const written = tick.textContent ?? '';
    const local = written.replace(/[A-Z][a-z]+/g, (word) => names.get(word) ?? word);
    const date = chosen ? Number.NaN : Date.parse(written);
    tick.textContent = Number.isNaN(date) ? local : day.format(date);
  }
}

/** Leaves every second date of a `gantt` axis, or every third, where they would touch. */
export function partDates(root: Element): void {
  const ticks = [...root.querySelectorAll('.grid .tick text')];
  const boxes = ticks.map((tick) => tick.getBoundingClientRect());
  const touches = (each: number): boolean =>
    boxes.some((box, index) => {
      const next = index % each === 0 ? boxes[index + each] : undefined;
      return next !== undefined && next.left < box.right + box.height / 3;
    });
  let each = 1;
  while (each < ticks.length && touches(each)) each += 1;
  ticks.forEach((tick, index) => {
    if (index % each > 0) tick.remove();
  });
}
