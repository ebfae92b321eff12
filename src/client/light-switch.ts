import { remembered } from './remembered.ts';

/** A disc, half of it dark. */
export const LIGHT_ICON =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9"/><path fill="currentColor" d="M12 3v18a9 9 0 0 0 0-18"/></svg>';

/**
 * Shows a window of the speaker as light or dark as the browser remembers: dark unless it was changed.
 *
 * @returns what changes it.
 */
export function lightSwitch(host: Element): () => void {
  host.toggleAttribute('data-light', remembered('light') === 'true');
  return () => void remembered('light', String(host.toggleAttribute('data-light')));
}
