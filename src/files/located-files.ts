/**
 * The files that a deck names, be they there or not. They are there to be followed while the deck is compiled: what is
 * compiled may be the end of its process.
 */
export class LocatedFiles {
  readonly #files: string[] = [];
  readonly #known = new Set<string>();
  #change = Promise.withResolvers<void>();
  #isWhole = false;

  add(file: string): void {
    if (this.#known.has(file)) return;
    this.#known.add(file);
    this.#files.push(file);
    this.#change.resolve();
  }

  /** Ends what `follow` gives. */
  end(): void {
    this.#isWhole = true;
    this.#change.resolve();
  }

  /** All files so far. */
  all(): string[] {
    return [...this.#files];
  }

  /** Gives each file before anything of it is read. */
  async *follow(): AsyncGenerator<string> {
    for (let given = 0; ;) {
      this.#change = Promise.withResolvers();
      const found = this.#files.slice(given);
      given += found.length;
      yield* found;
      if (given < this.#files.length) continue;
      if (this.#isWhole) return;
      await this.#change.promise;
    }
  }
}
