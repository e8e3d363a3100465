/**
 * What stands in the variable and is no token, on the built Action and command line, from each source that a token may come
 * from: it is never sent, its own sentence says what it is, and every token inside is masked.
 */
import { expect, test } from '@jest/globals';
import type { ReportJson } from '../../src/domain/report/report';
import type { TestHub } from '../hub-fixture/start';
import { QUIET, QUIET_OPTIONS, onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const ARGS = ['check', '--json', OPEN, ...QUIET_OPTIONS];

/** Invented, of the Hub's own form. */
const INNER = `hf_${'kQzTwX'.repeat(5)}ab12`;
const OTHER = `hf_${'Wm7rBd'.repeat(5)}xy34`;
const base64 = (text: string) => Buffer.from(text).toString('base64');

interface Row {
  /** Where such values were seen; `class`: a further member of the same kind. */
  readonly seen: string;
  readonly value: string;
  readonly says: RegExp;
  readonly fix: RegExp;
  /** A token inside. */
  readonly inner?: string;
}

const TEMPLATE = [
  /template or a variable's name that nothing filled in/,
  /filled in before the job starts|with:/,
] as const;
const PLACEHOLDER = [/is a placeholder from an example/, /Put a real token in its place/] as const;
const NO_VALUE = [/the word that a program writes where there is no value/, /is empty, or has another name/] as const;
const PATH = [/is the path of a file/, /HF_TOKEN_PATH/] as const;
const REFERENCE = [/a reference to a secret manager/, /through the tool that resolves it/] as const;
const JSON_TEXT = [/is a JSON document/, /Pass only the value of the field/] as const;
const SERVICE = [/is a key of another service/, /Pass a token of this endpoint/] as const;
const row = (seen: string, value: string, [says, fix]: readonly [RegExp, RegExp], inner?: string): Row => ({
  seen,
  value,
  says,
  fix,
  ...(inner === undefined ? {} : { inner }),
});

const ROWS: readonly Row[] = [
  row('Kubernetes manifests', '$(HF_TOKEN)', TEMPLATE),
  row('Azure Pipelines, replace tokens', '#{HF_TOKEN}#', TEMPLATE),
  row('class: Helm', '{{ .Values.hfToken }}', TEMPLATE),
  row('class: Terraform and compose', '${HF_TOKEN:-}', TEMPLATE),
  row('class: Windows', '%HF_TOKEN%', TEMPLATE),
  row('compose, env files', '$(cat /run/secrets/hf_token)', [
    /a command that no shell ran/,
    /Run the command in a shell/,
  ]),
  row('class: a notebook', 'hf auth token', [/a command that no shell ran/, /Run the command in a shell/]),
  row('guides', 'REPLACE_WITH_HF_TOKEN', PLACEHOLDER),
  row('guides', 'hf_abcdef...', PLACEHOLDER),
  row('guides', 'hf_NEWTOKEN_HERE', PLACEHOLDER),
  row('class: `.env.example`', '<your-hf-token>', PLACEHOLDER),
  row('class: a form', 'changeme', PLACEHOLDER),
  row('validatedpatterns/rag-llm-gitops#70, Helm', 'None', NO_VALUE),
  row('class: JSON and JavaScript', 'undefined', NO_VALUE),
  row("class: Go's templates, so Helm", '<no value>', NO_VALUE),
  row('compose guide', '/run/secrets/hf_token', PATH),
  row('GitLab variables of type file', '/builds/acme/train.tmp/HF_TOKEN', PATH),
  row('class: a home folder', '~/.cache/huggingface/token', PATH),
  row('class: Windows', 'C:\\Users\\ada\\hf.txt', PATH),
  row('env files of 1Password', 'op://vault/item/field', REFERENCE),
  row('env files of Vault', 'vault:secret/data/ci#HF_TOKEN', REFERENCE),
  row('env files of AWS', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:hf-AbCdEf', REFERENCE),
  row('env files of Google Cloud', 'projects/acme/secrets/hf/versions/latest', REFERENCE),
  row('class: sops', 'ENC[AES256_GCM,data:abc,iv:def,type:str]', REFERENCE),
  row('AWS secrets passed whole', `{"HF_TOKEN":"${INNER}"}`, JSON_TEXT, INNER),
  row('the same over several lines', `{\n  "HF_TOKEN": "${INNER}"\n}`, JSON_TEXT, INNER),
  row('class: as Python prints it', `{'HF_TOKEN': '${INNER}'}`, JSON_TEXT, INNER),
  row('another service', `ghp_${'a1B2'.repeat(9)}`, SERVICE),
  row('another service', `sk-proj-${'a1B2'.repeat(12)}`, SERVICE),
  row('class: GitLab', 'glpat-a1B2c3D4e5F6g7H8i9J0', SERVICE),
  row('class: base64 once', base64(INNER), [/is a token in base64/, /Decode it first/], INNER),
  row('class: base64 twice', base64(base64(INNER)), [/is a token in base64/, /Decode it first/], INNER),
  row(
    'class: a whole line',
    `export HF_TOKEN="${INNER}"`,
    [/is a whole assignment/, /what follows the equals sign/],
    INNER,
  ),
  row('class: a header', `Bearer ${INNER}`, [/such as Bearer/, /Save/], INNER),
  row('class: quotes', `"${INNER}"`, [/wrapped in quotes/, /without the quotes/], INNER),
  row('class: two lines', `${INNER}\n${OTHER}`, [/more than one token/, /Save one of them/], OTHER),
  row('class: PowerShell', `\ufeff${INNER}`, [/byte order mark/, /without the mark/], INNER),
  row(
    'class: a clone address',
    `https://ada:${INNER}@huggingface.co/ada/x`,
    [/is an address/, /Save only the token/],
    INNER,
  ),
  row('class: a log', '***', [/what a log or a list shows/, /Put the token itself/]),
  row('class: Tekton', '$(params.hf-token)', TEMPLATE),
  row('class: Concourse', '((hf-token))', TEMPLATE),
  row('class: supervisor', '%(ENV_HF_TOKEN)s', TEMPLATE),
  row('class: an escaped dollar', '\\${HF_TOKEN}', TEMPLATE),
  row('class: Terraform', 'var.hf_token', TEMPLATE),
  row('class: a shell in exec form', "sh -c 'cat token'", [
    /a command that no shell ran/,
    /Run the command in a shell/,
  ]),
  row('class: process substitution', '<(cat /run/secrets/hf)', [
    /a command that no shell ran/,
    /Run the command in a shell/,
  ]),
  row('guides in French', 'votre_token_ici', PLACEHOLDER),
  row('servers of models that take any key', 'not-needed', PLACEHOLDER),
  row('class: a form', 'hf_<your-token>', PLACEHOLDER),
  row('class: a word', 'abc123', [/far shorter than any token/, /Put a real token in its place/]),
  row('GitHub, `condition && secrets.HF_TOKEN`', 'false', [
    /where there is no value.*false/,
    /a condition in front of it does not hold/,
  ]),
  row('class: curl', '@/run/secrets/hf_token', PATH),
  row('class: an env file', '$HOME/.cache/huggingface/token', PATH),
  row('Spring Cloud Config', '{cipher}AQICAHinvented0123456789', REFERENCE),
  row('dotenvx', 'encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt', REFERENCE),
  row('AWS, Parameter Store', '/aws/reference/secretsmanager/hf', REFERENCE),
  row('class: ModelScope', 'ms-0f8fad5b-d9cd-469f-a165-70867728950e', SERVICE),
  row('class: Databricks', `dapi${'3fa94b1c'.repeat(4)}`, SERVICE),
  row('class: a bracket', 'hf[token]secret', [/a character that no token has/, /did not fill it in/]),
];

/** The five sources that a token may come from. */
const SOURCES = ['input', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'stdin', 'saved-login'] as const;
type Source = (typeof SOURCES)[number];

/** In turn; a byte order mark of standard input is that of the pipe, and falls away. */
function sourceOf({ value }: Row, at: number): Source {
  return value.startsWith('\ufeff') ? 'saved-login' : (SOURCES[at % SOURCES.length] ?? 'input');
}

/** Standard output, which has masks in the Action, and the report. */
type Ran = readonly [stdout: string, report: ReportJson | undefined, edge: 'action' | 'cli'];

onEachNode((node) => {
  /** On the Action where the source is its input; both edges read the variables. */
  const play = async (hub: TestHub, { value, inner }: Row, source: Source): Promise<Ran[]> => {
    const about = { node, hub, ...(inner === undefined ? { isNoSecret: true as const } : { secrets: [inner] }) };
    const inputs = { ...QUIET, models: OPEN };
    const given = async (run: Promise<{ stdout: string; report?: ReportJson }>, edge: Ran[2]): Promise<Ran> => {
      const { stdout, report } = await run;
      return [stdout, report, edge];
    };
    switch (source) {
      case 'input':
        return [await given(runAction({ ...about, inputs: { ...inputs, token: value } }), 'action')];
      case 'stdin':
        return [await given(runCli({ ...about, args: [...ARGS, '--token-stdin'], stdin: value }), 'cli')];
      case 'saved-login':
        return [await given(runCli({ ...about, args: ARGS, home: { '.cache/huggingface/token': value } }), 'cli')];
      case 'HF_TOKEN':
      case 'HUGGING_FACE_HUB_TOKEN':
        return [
          await given(runAction({ ...about, inputs, env: { [source]: value } }), 'action'),
          await given(runCli({ ...about, args: ARGS, env: { [source]: value } }), 'cli'),
        ];
    }
  };

  const expectRefused = ([stdout, report, edge]: Ran, { says, fix, inner }: Row, source: Source) => {
    expect(report?.token).toMatchObject({ state: 'malformed', source });
    expect(report?.checks).toMatchObject([{ outcome: 'denied', code: 'token-malformed', withoutToken: 'allowed' }]);
    const [check] = report?.checks ?? [];
    expect(check?.message).toMatch(says);
    expect(check?.message).toContain('It was not sent.');
    expect(check?.remedy?.text).toMatch(fix);
    expect(check?.message).not.toMatch(/revoked|mistyped/);
    // Only the Action runs on GitHub here.
    if (edge === 'cli') expect(check?.remedy?.text).not.toContain('${{');
    else if (inner !== undefined) expect(stdout).toContain(`::add-mask::${inner}\n`);
  };

  test.each(ROWS.map((one, at) => [one.value, sourceOf(one, at), one] as const))(
    '%j from %s',
    async (_value, source, one) => {
      await onStage({}, async ({ hub }) => {
        for (const ran of await play(hub, one, source)) expectRefused(ran, one, source);
        expect(hub.requests.length).toBeGreaterThan(0);
        expect(hub.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
      });
    },
  );

  test.each(SOURCES)('from %s: a template, JSON, a path and base64, whichever the source', async (source) => {
    const some = ROWS.filter(({ value }) => ['$(HF_TOKEN)', '/run/secrets/hf_token', base64(INNER)].includes(value));
    const [json] = ROWS.filter(({ value }) => value.startsWith('{"'));
    await onStage({}, async ({ hub }) => {
      for (const one of [...some, ...(json === undefined ? [] : [json])])
        for (const ran of await play(hub, one, source)) expectRefused(ran, one, source);
      expect(hub.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
    });
  });

  /** What `str.strip` of Python takes off, and huggingface_hub with it (`utils/_auth.py`). */
  const STRIPPED = ['\n', '\r\n', '\t', ' ', '\u001c', '\u001f', '\u0085', '\u00a0', '\u2003', '\u2028', '\u3000'];
  test.each(STRIPPED.map((blank) => [JSON.stringify(blank), blank]))(
    '%s around a token is taken off, and told',
    async (_name, blank) => {
      await onStage({}, async ({ hub, tokens }) => {
        const run = await runCli({
          node,
          hub,
          args: ARGS,
          env: { HF_TOKEN: `${blank}${tokens.read}${blank}` },
          secrets: [tokens.read],
        });
        expect(run.report?.token).toMatchObject({ state: 'valid', account: 'ada' });
        expect(run.report?.notices.map(({ code }) => code)).toContain('token-whitespace');
      });
    },
  );

  test.each([`reftkn:01:1893456000:${'aB3'.repeat(8)}`, '0123456789abcdef'.repeat(4), `mh_${'a1B2'.repeat(8)}`])(
    "a registry's own token is no damage there: %s",
    async (secret) => {
      await onStage({ base: '/artifactory/api/huggingfaceml/hf' }, async ({ hub }) => {
        const run = await runAction({
          node,
          inputs: { ...QUIET, models: OPEN, token: secret, endpoint: hub.endpoint },
        });
        expect(run.report?.token.state).not.toBe('malformed');
        expect(hub.requests.some(({ authorization }) => authorization === `Bearer ${secret}`)).toBe(true);
      });
    },
  );
});
