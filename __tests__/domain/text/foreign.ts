/** Text as others may write it to steer a terminal, a runner or a page. */
import fc from 'fast-check';
import { anyCharacter } from '../../support/fuzz';

const NASTY = [
  '::error::x',
  '::add-mask::a',
  '##[error]x',
  '##vso[task.complete]x',
  '##teamcity[x]',
  '###[group]',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\u202Egnp.exe',
  '\u2066\u200B\uFEFF\u00AD\u3164',
  '<script>alert(1)</script>',
  '<!-- hf-auth-preflight:x -->',
  '![x](https://evil.example/x.png)',
  '[a](javascript:alert(1))',
  '@octocat',
  'acme/x#1',
  'GH-1',
  'www.evil.example',
  'https://evil.example',
  'me@evil.example',
  ':tada:',
  '`code` ``',
  '| a | b |',
  '\\`',
  '$`x`$',
  '\r\n# Title\n- [ ] x',
  '\u2028\u2029\u0085',
  '\ud800',
  '\u{1F600}',
];

export const foreign = fc
  .array(
    fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: anyCharacter, maxLength: 20 }), fc.string({ maxLength: 20 })),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
