import type { VFile } from 'vfile';
import { severityOf, type CheckSettings } from '../model/check-settings.ts';
import { ruleOf } from '../model/messages.ts';
import type { Deck } from '../model/deck.ts';
import type { Finding } from './rule.ts';

/** Makes messages of findings, in the files that they are about. */
export function reportFindings(findings: readonly Finding[], { slides }: Pick<Deck, 'slides'>): void {
  for (const { file, reason, place, ruleId, severity, slide, step } of findings) {
    const state = step === undefined ? '' : step === 0 ? ' before its steps' : ` after step ${step}`;
    const where = slide ? ` (slide ${slides.indexOf(slide) + 1}${state})` : '';
    const message = file.message(reason + where, { ...(place && { place }), ruleId, source: 'lectern' });
    message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined;
  }
}

/** Converts messages of the compiler about slides into findings. */
export function readingFindings(sources: readonly VFile[], { slides }: Pick<Deck, 'slides'>): Finding[] {
  return sources.flatMap((file) => {
    const own = slides.filter((slide) => slide.file === file);
    return file.messages.flatMap((message): Finding[] => {
      const { reason, fatal, line, column, place } = message;
      const ruleId = ruleOf(message) ?? 'other';
      const slide = own.find(
        ({ position }) => position && line !== undefined && line >= position.start.line && line <= position.end.line,
      );
      if (!slide || line === undefined) return [];
      const start = { line, column: column ?? 1 };
      const end = place && 'end' in place ? place.end : start;
      const rest = { boxes: [], step: undefined, fix: undefined };
      return [{ ruleId, severity: severityOf(fatal), reason, file, place: { start, end }, slide, ...rest }];
    });
  });
}

/** Removes messages of rules that a deck turns off, or that are off on a slide; errors stay. */
export function dropDisabled(sources: readonly VFile[], deck: Deck, settings: CheckSettings): void {
  for (const file of sources) {
    const own = deck.slides.filter((slide) => slide.file === file && slide.settings.checkOff.length > 0);
    const kept = file.messages.filter(({ fatal, ruleId, line }) => {
      if (fatal === true || ruleId === undefined) return true;
      if (settings.get(ruleId)?.severity === 'off') return false;
      return !own.some(({ position, settings: { checkOff } }) => {
        const within = position && line !== undefined && line >= position.start.line && line <= position.end.line;
        return within && checkOff.includes(ruleId);
      });
    });
    file.messages.splice(0, file.messages.length, ...kept);
    for (const message of file.messages) {
      const severity = message.ruleId === undefined ? undefined : settings.get(message.ruleId)?.severity;
      if (message.fatal !== true && severity === 'error') message.fatal = true;
      if (message.fatal === false && severity === 'info') message.fatal = undefined;
    }
  }
}

/** Merges rule settings of a project with those of a deck, which take precedence. */
export function mergeSettings({ meta }: Pick<Deck, 'meta'>, project: CheckSettings): CheckSettings {
  return new Map([...project, ...meta.check]);
}
