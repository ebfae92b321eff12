/**
 * Makes it the first of January 1970, at midnight, for ever: what is drawn is the same on every day. Runs in the process that
 * draws and in the page that does.
 */
export function stopClock(scope: { Date: DateConstructor }): void {
  const real = scope.Date;
  scope.Date = new Proxy(real, {
    construct: (target, given, newTarget) =>
      Reflect.construct(target, given.length > 0 ? given : [0], newTarget) as Date,
    apply: () => new real(0).toString(),
    get: (target, name) => (name === 'now' ? () => 0 : (Reflect.get(target, name) as unknown)),
  });
}
