let owned = false;

/**
 * Says that this process runs nothing but Lectern, and may be set up for it. A program that uses Lectern never says so, and
 * stays as it is.
 */
export function ownProcess(): void {
  owned = true;
}

export function isOwnProcess(): boolean {
  return owned;
}
