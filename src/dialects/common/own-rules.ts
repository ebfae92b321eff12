/** CSS that a deck needs for what Lectern has no setting for. Each rule is there once. */
export class OwnRules {
  readonly #rules = new Map<string, string>();

  /** Adds a rule for slides, or images, with a class. */
  add(selector: string, declarations: string): void {
    this.#rules.set(selector, declarations);
  }

  get css(): string {
    return [...this.#rules].map(([selector, declarations]) => `${selector} { ${declarations} }`).join('\n');
  }
}
