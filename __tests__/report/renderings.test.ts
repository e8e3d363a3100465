import { describe, expect, test } from '@jest/globals';
import { outcomeOf, type Code } from '../../src/domain/hub/codes';
import type { Report } from '../../src/domain/report/report';
import { Secret } from '../../src/domain/text/secret';
import { plainText, text } from '../../src/domain/text/parts';
import { invalidReport } from '../../src/report/invalid';
import type { Findings } from '../../src/report/findings';
import { streamJson } from '../../src/report/render/json';
import { annotationsOf } from '../../src/report/render/annotations';
import { renderSummary } from '../../src/report/render/summary';
import { linkTo } from '../../src/report/render/markdown-parts';
import { outputsOf } from '../../src/report/render/outputs';
import { renderProblemSummary } from '../../src/report/render/problem-summary';
import { renderProblems } from '../../src/report/render/problems';
import { renderPublic } from '../../src/report/render/public';
import { bytesOf } from '../../src/report/render/sections';
import { renderText } from '../../src/report/render/text';
import { actionItems } from '../../src/report/view/action-items';
import { tokenLine } from '../../src/report/view/status';
import {
  ALL_CODES,
  caseOf,
  planOf,
  POLICIES,
  reportOfCase,
  reportWith,
  requestFor,
  SURROUNDINGS,
  TOKEN,
} from './fixture';
import { viewOf } from '../../src/report/view';

const MIB = 1_048_576;

function many(number: number, code: Code, message = 'x') {
  const { verdict } = caseOf(code);
  const evidence = [{ status: 403, errorCode: 'GatedRepo', errorMessage: message, requestId: 'r'.repeat(300) }];
  return Array.from({ length: number }, (_, index) => ({
    requirement: requestFor(`${'o'.repeat(80)}/${'m'.repeat(80)}${String(index)}`),
    verdict: { ...verdict, evidence },
  }));
}

const conclusion = {
  result: 'fail',
  blocked: true,
  blockedBy: [],
  counts: { allowed: 0, denied: 0, unknown: 0, skipped: 0 },
} as const;

describe('many repos', () => {
  test('300 repos with one cause read as one cause', () => {
    const report = reportWith(many(300, 'gate-not-requested'));
    expect(actionItems(report)).toHaveLength(1);
    expect(renderSummary(viewOf(report))).toMatch(/300 repos: .* and 297 more/);
    expect(renderText(viewOf(report), { color: false })).toMatch(/300 repos:\n(?: {3}- .*\n){3} {3}- and 297 more/);
    expect(annotationsOf(viewOf(report))).toHaveLength(1);
    expect(annotationsOf(viewOf(report))[0]?.message).toContain('Also 299 more repos.');
  });

  test.each([1_000, 5_000])(
    "%i denied repos with long words fit GitHub's 1 MiB, and what is left out is counted",
    (number) => {
      const summary = renderSummary(viewOf(reportWith(many(number, 'gate-pending', '😀'.repeat(150)))));
      expect(bytesOf(summary)).toBeLessThan(MIB);
      expect(summary).toMatch(/\d+ more (rows|checks) left out here; the JSON report holds everything\./);
    },
  );

  test.each([
    [4, undefined],
    [5, '1 more cause left out here; the JSON report holds everything.'],
    [7, '3 more causes left out here; the JSON report holds everything.'],
  ])('of %i causes with very long words the summary shows four', (number, words) => {
    const long = { kind: 'words', text: 'x'.repeat(35_000) } as const;
    const view = viewOf(reportWith([caseOf('forbidden')]));
    const items = view.items.flatMap((item) => Array.from({ length: number }, () => ({ ...item, message: [long] })));
    const [, left] = /^(.* left out here; .*)$/m.exec(renderSummary({ ...view, items })) ?? [];
    expect(left).toBe(words);
  });

  test('many allowed ones are folded, few are not', () => {
    const withDenied = (number: number) => renderSummary(viewOf(reportWith([...many(number, 'ok'), caseOf('gated')])));
    expect(withDenied(11)).toContain('<summary>11 allowed</summary>');
    expect(withDenied(10)).not.toContain('allowed</summary>');
    expect(renderText(viewOf(reportWith(many(25, 'ok'))), { color: false })).toContain('and 5 more allowed');
  });

  test('the terminal shows the first of a cause, with the replies of a few, and counts the rest', () => {
    const view = viewOf(reportWith([...many(300, 'forbidden'), ...many(12, 'gate-pending')]));
    const text = renderText(view, { color: false, rest: 'Add --evidence.' });
    expect(text.match(/^❌ denied .* forbidden: /gm)).toHaveLength(10);
    expect(text).toMatch(/\nand 290 more forbidden\nand 2 more gate-pending\n/);
    expect(text.match(/^ {2}with the token: HTTP 403 - /gm)).toHaveLength(3);
    expect(text.endsWith('\n\nAdd --evidence.\n')).toBe(true);
    const whole = renderText(view, { color: false, isWhole: true, rest: 'Add --evidence.' });
    expect(whole.match(/^❌ denied /gm)).toHaveLength(312);
    expect(whole.match(/^ {2}with the token: HTTP 403 - /gm)).toHaveLength(312);
    expect(whole).not.toContain('Add --evidence');
  });

  test('all replies are all: those to allowed checks as well', () => {
    const { requirement, verdict } = caseOf('ok');
    const evidence = [{ status: 200, requestId: 'Root=1-65b3bba1' }];
    const view = viewOf(reportWith([{ requirement, verdict: { ...verdict, evidence } }]));
    expect(renderText(view, { color: false })).not.toContain('Evidence: ');
    const whole = renderText(view, { color: false, isWhole: true });
    expect(whole).toMatch(/\nEvidence: .*\n- .* read\n {2}.*HTTP 200 - request Root=1-65b3bba1\n/);
  });

  test('replies are shown where there is no answer or no known cause, and each says who asked', () => {
    const shown = ALL_CODES.filter((code) =>
      renderText(viewOf(reportOfCase(caseOf(code))), { color: false }).includes('\nEvidence: '),
    );
    const withReplies = shown.filter((code) => caseOf(code).verdict.evidence.length > 0);
    expect(shown).toEqual(withReplies);
    expect(shown).toEqual(expect.arrayContaining(['forbidden', 'hub-error']));
    expect(shown.filter((code) => !['forbidden', 'gated'].includes(code) && outcomeOf(code) !== 'unknown')).toEqual([]);
    const [pair] = many(1, 'forbidden');
    if (pair === undefined) throw new Error('no pair');
    const evidence = [{ status: 404 }, { status: 200, askedAs: 'dataset' }, { status: 0, anonymous: true }] as const;
    const view = viewOf(reportWith([{ ...pair, verdict: { ...pair.verdict, evidence } }]));
    expect(renderText(view, { color: false })).toContain(
      '  with the token: HTTP 404\n  as a dataset, with the token: HTTP 200\n  without the token: no reply\n',
    );
    expect(renderSummary(view)).toContain(
      'with the token: HTTP 404; then as a dataset, with the token: HTTP 200; then without the token: no reply',
    );
  });

  test('a run that is all green has a short summary, and a guess is counted in it', () => {
    const inferred = caseOf('ok');
    const pairs = [caseOf('ok'), { ...inferred, verdict: { ...inferred.verdict, certainty: 'inferred' as const } }];
    const runner = (sameAsChecked: boolean) => [{ client: 'git', source: 'HF_TOKEN', sameAsChecked }];
    const green = renderSummary(viewOf(reportWith(pairs, { runner: runner(true) })));
    expect(green).toContain('<summary>2 checks, 1 of them inferred</summary>');
    expect(green).not.toMatch(/^### (?:Checks|Which credential)/m);
    expect(renderSummary(viewOf(reportWith(pairs, { runner: runner(false) })))).toMatch(/^### Which credential/m);
  });

  test('a code leads to its entry at the version that runs, and a line is named where it was listed', () => {
    const docs = 'https://github.com/octo/preflight/blob/v1.2.3';
    const sources = [1, 2, 3, 4].map((line) => ({ input: 'list', line }) as const);
    const pair = { requirement: requestFor('acme/gated', { sources }), verdict: caseOf('gated').verdict };
    const report = reportWith([pair], { ciContext: { ...SURROUNDINGS, docs }, facts: [{ code: 'nothing-listed' }] });
    const summary = renderSummary(viewOf(report));
    expect(summary).toContain(` [\`gated\`](<${docs}/docs/troubleshooting.md#gated>) Gated, state not recognised |`);
    expect(summary).toContain(`([\`nothing-listed\`](<${docs}/docs/troubleshooting.md#nothing-listed>))`);
    expect(summary).toContain(' read<br>at `list:1, list:2, list:3 and 1 more` |');
    expect(renderText(viewOf(report), { color: false })).toContain(' (list:1, list:2, list:3 and 1 more)\n');
    expect(JSON.stringify(JSON.parse([...streamJson(report)].join('')))).not.toContain(docs);
    const elsewhere = {
      ...report,
      run: undefined,
      checks: report.checks.map((check) => ({ ...check, sources: [{ input: 'models' as const, line: 7 }] })),
    };
    expect(renderText(viewOf(elsewhere as unknown as Report), { color: false })).not.toContain('models:7');
  });
});

describe('the first lines', () => {
  test.each([
    [reportWith([caseOf('ok')]), /The check is allowed\./],
    [reportWith([caseOf('ok'), caseOf('ok-moved')]), /Both checks are allowed\./],
    [reportWith([caseOf('forbidden'), caseOf('gated')]), /Both checks were denied, so the job is blocked\./],
    [
      reportWith([caseOf('forbidden'), caseOf('hub-error'), caseOf('ok')]),
      /1 of 3 checks was denied and 1 could not be answered, so the job is blocked\./,
    ],
    [
      reportWith([caseOf('hub-error'), caseOf('rate-limited')]),
      /Neither check could be answered, so the job is blocked\./,
    ],
    [
      reportWith([caseOf('hub-error'), caseOf('rate-limited'), caseOf('hub-unreachable')]),
      /None of the 3 checks could be answered, so the job is blocked\./,
    ],
    [reportWith([]), /No repo is listed\. The token is valid\./],
    [
      reportWith([caseOf('forbidden')], {
        conclusion: { ...conclusion, blocked: false, counts: { ...conclusion.counts, denied: 1 } },
      }),
      /The check was denied\. The job is not blocked\./,
    ],
    [
      reportWith([], { conclusion: { ...conclusion, blockedBy: ['account-mismatch', 'check-runner'] } }),
      /No repo is listed\. The job is blocked because the account is not the expected one and tools on this runner would not use the checked token\. The token is valid\./,
    ],
    [
      reportWith([], { token: { ...TOKEN, expiresAt: '2026-12-01T10:00:00Z' } }),
      /is valid\. It expires on 2026-12-01\./,
    ],
    [
      reportWith([], { token: { state: 'unverified', source: 'stdin', type: 'oidc' } }),
      /Trusted Publisher's token\) could not be verified/,
    ],
  ])('%#', (report, words) => {
    expect(renderText(viewOf(report), { color: false })).toMatch(words);
  });

  test('colour marks words and never stands for them', () => {
    const report = reportOfCase(caseOf('gate-pending'));
    const coloured = renderText(viewOf(report), { color: true });
    expect(coloured).toContain('\u001b[31m');
    // eslint-disable-next-line no-control-regex -- what is looked for
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(viewOf(report), { color: false }));
  });
});

describe('the token itself is a cause where no check tells of it', () => {
  const tell = (more: Partial<Findings>) =>
    actionItems(reportWith([], more)).map(({ outcome, headline }) => [outcome, headline]);
  const secret = planOf([]).credential;

  test.each([
    [{ token: { state: 'invalid', source: 'HF_TOKEN' } }, [['denied', 'Token not accepted by the Hub']]],
    [{ token: { state: 'expired' } }, [['denied', 'Token expired']]],
    [{ token: { state: 'malformed' }, plan: planOf([], { credential: secret }) }, [['denied', 'Token damaged']]],
    [{ token: { state: 'missing', reason: 'unset' } }, [['skipped', 'No token given']]],
    [{ token: { state: 'valid' } }, []],
    [
      { token: { state: 'unverified' }, conclusion: { ...conclusion, result: 'unknown' } },
      [['unknown', 'Token could not be verified']],
    ],
    [{ token: { state: 'unverified' } }, []],
    [
      { token: { state: 'missing' }, conclusion: { ...conclusion, blockedBy: ['token-missing'] } },
      [['denied', 'No token given']],
    ],
    [{ token: { state: 'missing' }, plan: planOf([], { policies: { ...POLICIES, onMissingToken: 'anonymous' } }) }, []],
  ] as const)('%j', (more, todos) => {
    expect(tell(more)).toEqual(todos);
  });

  test('a missing token is no cause of its own where everything could be read without it', () => {
    expect(actionItems(reportWith([caseOf('ok')], { token: { state: 'missing', reason: 'fork' } }))).toEqual([]);
  });

  test('the checks tell of it already', () => {
    expect(actionItems(reportOfCase(caseOf('token-invalid')))).toHaveLength(1);
  });
});

describe('annotations', () => {
  test('one a cause, by policy an error or a warning', () => {
    const { requirement, verdict, token } = caseOf('forbidden');
    const unknown = caseOf('hub-error');
    const lenient = {
      plan: planOf([requirement, unknown.requirement], {
        policies: { ...POLICIES, onDenied: 'warn', onUnknown: 'warn' },
      }),
    };
    const pairs = [{ requirement, verdict }, unknown];
    expect(annotationsOf(viewOf(reportWith(pairs, { token }))).map(({ level }) => level)).toEqual(['error', 'error']);
    expect(annotationsOf(viewOf(reportWith(pairs, lenient))).map(({ level }) => level)).toEqual(['warning', 'warning']);
  });

  test('notices and skipped checks keep their level', () => {
    const report = reportWith([caseOf('secret-withheld')], {
      facts: [
        { code: 'account-mismatch', expectedAccounts: ['x'], expectedOrgs: [] },
        { code: 'offline-mode', variable: 'HF_HUB_OFFLINE' },
      ],
    });
    expect(annotationsOf(viewOf(report)).map(({ level, title }) => [level, title])).toEqual([
      ['error', 'Not the expected account'],
      ['warning', 'Offline mode'],
      ['notice', 'Skipped: this run has no token'],
    ]);
  });

  test('never more than ten of a level; the tenth counts the rest', () => {
    const annotations = annotationsOf(viewOf(reportWith(ALL_CODES.map(caseOf))));
    const errors = annotations.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(10);
    expect(errors[9]).toEqual({
      level: 'error',
      title: 'More causes',
      message: expect.stringMatching(/^\d+ more causes are in the job summary/) as unknown,
    });
  });
});

describe('problems', () => {
  const ACTION = { guide: { docs: undefined } };

  const problems = [
    { input: 'models', line: 3, rule: 'a repo id must not contain "--" or ".."', quote: 'acme/<b>..x' },
    { input: 'timeout', rule: 'a number from 1 to 300' },
  ];

  test('all of them, each with input, line and rule', () => {
    expect(renderProblems(problems, { guide: { command: 'hf-auth-preflight check' } })).toBe(
      [
        '2 problems in the input. Nothing was sent to the Hub.',
        '- models, line 3: a repo id must not contain "--" or "..": "acme/<b>..x"',
        '- timeout: a number from 1 to 300',
        'Help: hf-auth-preflight check --help',
      ].join('\n'),
    );
  });

  test('the pages of the Action, at the version that runs', () => {
    const guide = { docs: 'https://github.com/octo/preflight/blob/v1.2.3' };
    expect(renderProblems(problems, { guide })).toMatch(/\nInputs and lines: \S+\/blob\/v1\.2\.3\/README\.md#inputs$/);
    const summary = renderProblemSummary(problems, { guide });
    expect(summary).toContain(`[Inputs](<${guide.docs}/README.md#inputs>) · [Lines](<${guide.docs}/README.md#lines>)`);
  });

  test('a thousand of very many, how many more there are, and where all of them are', () => {
    const many = Array.from({ length: 520_000 }, (_, index) => ({ input: 'list', line: index + 1, rule: 'is no id' }));
    const lines = renderProblems(many, ACTION).split('\n');
    expect(lines[0]).toMatch(/^520,000 problems in the input/);
    expect(lines).toHaveLength(1_003);
    expect(lines.slice(-3)).toEqual([
      '- list, line 1000: is no id',
      '- and 519,000 more, in the JSON report, which lists all',
      'Inputs and lines: see the README of this Action.',
    ]);
  });

  test('the summary shows what stood there as code', () => {
    expect(renderProblemSummary(problems, ACTION)).toContain(
      '- `models`, line 3: a repo id must not contain "`--`" or "..": `acme/<b>..x`',
    );
    const thousands = Array.from({ length: 20_000 }, () => ({
      input: 'models',
      line: 1,
      rule: 'r'.repeat(80),
      quote: 'q'.repeat(80),
    }));
    const summary = renderProblemSummary(thousands, ACTION);
    expect(summary).toContain('19,500 more problems in the JSON report, which lists all.');
    expect(bytesOf(summary)).toBeLessThan(MIB);
  });
});

describe('links', () => {
  test.each(['javascript:alert(1)', 'https://x/)', 'https://x/ y', 'https://user@x/', 'https://x/<b>', undefined])(
    '%j is shown without a link',
    (url) => {
      expect(linkTo(url, 'label')).toBe('label');
    },
  );
});

describe('where everybody can read it', () => {
  const hidden = { ...TOKEN, account: 'hidden-account', name: 'hidden-name' };

  test.each(ALL_CODES)('%s: ids, outcome, code and remedy alone', (code) => {
    const { requirement, verdict, ciContext } = caseOf(code);
    const detail = { ...verdict.detail, org: 'hidden-org', roleInOrg: 'hidden-role' };
    const report = reportWith([{ requirement, verdict: { ...verdict, movedTo: 'hidden/name', detail } }], {
      token: hidden,
      ciContext,
      orgs: ['acme'],
    });
    const { title, body } = renderPublic(viewOf(report));
    expect(title).toMatch(/^\S+ HF Auth Preflight: \w+$/);
    expect(body).toContain(`\`${code}\``);
    expect(body).toContain(requirement.repo.id);
    expect(body.replace(/<https:\/\/huggingface\.co\/[^>]*>/g, '')).not.toMatch(
      /hidden-|hidden\/|HTTP \d|Permissions=/,
    );
    expect(body).not.toMatch(/hidden-account|hidden-name|hidden-role|Root=1/);
  });

  test('stays below what GitHub takes', () => {
    const { body } = renderPublic(viewOf(reportWith(many(1_000, 'gate-pending'))));
    expect(bytesOf(body)).toBeLessThan(65_000);
    expect(body).toContain('more rows left out here');
  });

  test('with no repo listed there is little to say', () => {
    expect(renderPublic(viewOf(reportWith([]))).body).toBe('No repo is listed.\n');
  });
});

describe('bad input', () => {
  test('has its own first line', () => {
    const report = { ...reportWith([]), result: 'invalid', blocked: true, blockedBy: ['invalid'] } as const;
    expect(renderText(viewOf(report), { color: false })).toContain(
      'The input is invalid. Nothing was sent to the Hub.',
    );
  });

  test('has a report of its own', () => {
    const report = invalidReport({
      problems: [{ input: 'models', rule: 'x' }],
      policies: POLICIES,
      endpoint: 'https://huggingface.co',
      ciContext: SURROUNDINGS,
      startedAt: 0,
    });
    expect(report).toMatchObject({ result: 'invalid', blockedBy: ['invalid'], problems: [{ input: 'models' }] });
    expect(viewOf(report).title).toBe('❌ HF Auth Preflight: bad input');
    expect(outputsOf(viewOf(report))).toMatchObject({ result: 'invalid', ok: 'false', blocked: 'true' });
  });
});

describe('wherever a token goes', () => {
  test.each([
    [{ ...SURROUNDINGS }, 'save it as the secret'],
    [{ notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' }, 'put it where'],
  ])('%#', (ciContext, words) => {
    const report = reportWith([], { token: { state: 'invalid', source: 'HF_TOKEN' }, ciContext });
    expect(plainText(actionItems(report)[0]?.text ?? [])).toContain(words);
  });

  test('the damage of a token that came in is named', () => {
    const credential = { kind: 'malformed', source: 'input', secret: new Secret('"x"'), defect: 'quotes' } as const;
    const report = reportWith([], { token: { state: 'malformed', source: 'input' }, plan: planOf([], { credential }) });
    expect(plainText(actionItems(report)[0]?.message ?? [])).toContain('is wrapped in quotes');
  });
});

test('a summary with one tool shows what it sends', () => {
  const runner = [{ client: 'git', source: '~/.netrc', sameAsChecked: false }] as const;
  expect(renderSummary(viewOf(reportWith([caseOf('ok')], { runner })))).toMatch(/^\| `git` \| `~\/\.netrc` \| no \|$/m);
});

test.each([
  ['unverified', 'could not be verified. The Hub did not say whose it is.'],
  ['valid', 'is valid.'],
] as const)('a token that is %s says why where that is not known', (state, ending) => {
  const line = plainText(tokenLine({ state, source: 'HF_TOKEN', message: text`The Hub did not say whose it is.` }));
  expect(line).toBe(`The token from HF_TOKEN ${ending}`);
});
