import { expect, test } from 'vitest';
import { readCheckSettings } from '../../src/model/check-settings.ts';

test.each([
  ['off', 'off'],
  [false, 'off'],
  ['error', 'error'],
  ['warning', 'warning'],
  ['warn', 'warning'],
  ['info', 'info'],
  ['loud', undefined],
  [true, undefined],
])('the setting %j is the severity %j', (written, severity) => {
  expect(readCheckSettings({ words: written })?.get('words')?.severity).toBe(severity);
  expect(readCheckSettings({ words: { severity: written, most: 60 } })?.get('words')).toEqual(
    severity && { severity, options: new Map([['most', 60]]) },
  );
});
