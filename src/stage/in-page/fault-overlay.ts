import type { LiveFault } from './live-messages.ts';

/** `talk.md:12:1  Unexpected …`, a line each. */
export function faultLines(faults: readonly LiveFault[]): string {
  return faults
    .map(({ file, line, column, reason }) => `${[file, line, column].filter(Boolean).join(':')}  ${reason}`)
    .join('\n');
}

/** Tells over the slides what keeps them from being what is written; nothing where all is well. */
export function createFaultOverlay(): (faults: readonly LiveFault[]) => void {
  const overlay = document.createElement('div');
  overlay.setAttribute('role', 'alert');
  overlay.style.cssText =
    'position:fixed;z-index:200;inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:16px 24px;white-space:pre-wrap;font:15px/1.5 ui-monospace,"DejaVu Sans Mono",monospace;text-align:start;direction:ltr;color:#ffe1e1;background:#4a1c22f2;border-top:3px solid #ff7a66';
  return (faults) => {
    overlay.textContent = faultLines(faults);
    if (faults.length > 0) document.body.append(overlay);
    else overlay.remove();
  };
}
