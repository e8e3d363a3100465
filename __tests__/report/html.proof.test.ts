/** Any text at all, on a page. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { forHtml } from '../../src/domain/text/escape';

test('no foreign text becomes a tag, an attribute or a control character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (foreign) => {
      const escaped = forHtml(foreign);
      expect(escaped).not.toMatch(/[<>"']/);
      // eslint-disable-next-line no-control-regex -- what is looked for
      expect(escaped).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    }),
  );
});
