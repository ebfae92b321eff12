/** Returns the markup of a dialog with a title and a button that closes it. */
export function dialogMarkup(name: 'list' | 'help', title: string, close: string, content: string): string {
  return `<dialog class="${name}" data-part="${name}" aria-label="${title}"><form method="dialog"><h2>${title}</h2><button class="small" aria-label="${close}">✕</button></form>${content}</dialog>`;
}
