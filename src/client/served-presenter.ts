import { faultLines } from './fault-overlay.ts';
import { findingLines } from './finding-badge.ts';
import type { LiveFinding } from './live-messages.ts';
import type { LiveParts } from './live-page.ts';
import type { PresenterWorks } from './presenter.ts';

/**
 * Adds to the presenter view what its author wants to know while the deck is written: errors, findings of the check, and
 * how a slide was arranged.
 *
 * @returns what takes errors and findings.
 */
export function servedPresenter({ store, frame, offscreen }: PresenterWorks): Pick<LiveParts, 'faults' | 'findings'> {
  const { parts } = frame;
  let found: readonly LiveFinding[] = [];
  const show = (): void => {
    const { slide } = store.talk.at;
    const own = found.filter((finding) => finding.slide === slide && finding.severity !== 'info');
    parts.findings.textContent = findingLines(own);
    parts.findings.hidden = own.length === 0;
    parts.arranged.textContent = offscreen.slide(slide)?.dataset['composed'] ?? '';
  };
  store.listen(({ type }) => type === 'talk' && show());
  offscreen.listen(show);
  show();
  return {
    faults({ faults }) {
      parts.faults.textContent = faultLines(faults);
      parts.faults.hidden = faults.length === 0;
    },
    findings(findings) {
      found = findings;
      show();
    },
  };
}
