/**
 * One fix is enough, on the built Action and command line: a remedy names all that its line needs, and what makes the
 * rest void comes alone. Each row gives its source; `class` is a further member of the same kind.
 */
import { describe, expect, test } from '@jest/globals';
import type { Code } from '../../src/domain/hub/codes';
import type { ReportJson } from '../../src/domain/report/report';
import { addOrg, addRepo, addToken } from '../../src/simulator/build';
import type { DemoToken } from '../../src/simulator/demo-world';
import type { Effect } from '../hub-fixture/faults';
import type { TestHub } from '../hub-fixture/start';
import { QUIET, QUIET_OPTIONS, onEachNode, onStage, runAction, runCli } from './harness';

interface Row {
  readonly what: string;
  readonly source: string;
  readonly token: DemoToken | 'none' | 'made';
  /** Changes the world before the run; what it returns is the token of `made`. */
  readonly make?: (hub: TestHub) => string | undefined;
  readonly line: string;
  readonly code: Code;
  /** Each has to be in the message. */
  readonly says?: readonly RegExp[];
  /** Each has to be in the remedy. */
  readonly fixes: readonly RegExp[];
  /** None may be in the remedy. */
  readonly not?: RegExp;
  readonly effect?: Effect;
}

const fineGranted = (hub: TestHub, power: { permissions?: string[]; global?: string[]; box?: boolean }) =>
  addToken(hub.world, 'made', {
    power: {
      kind: 'fine-grained',
      owner: 'ada',
      global: power.global ?? [],
      canReadGatedRepos: power.box ?? true,
      scoped: power.permissions === undefined ? [] : [{ type: 'user', name: 'ada', permissions: power.permissions }],
    },
  });
const classic = (hub: TestHub, role: 'read' | 'write', restrictions: Parameters<typeof addToken>[2]['restrictions']) =>
  addToken(hub.world, 'made', {
    power: { kind: 'classic', owner: 'ada', role },
    ...(restrictions && { restrictions }),
  });
const refused = (message: string, headers: Record<string, string> = {}): Effect => ({
  kind: 'reply',
  status: 403,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ error: message }),
});

const ROWS: readonly Row[] = [
  {
    what: 'a fine-grained token that does not name the repo, and a write',
    source: 'a new user, commit c70a801',
    token: 'fine-grained-own-repos',
    line: 'ada/corpus:write',
    code: 'not-found',
    make: (hub) => void addRepo(hub.world, { type: 'model', id: 'ada/corpus', private: true }),
    fixes: [/repo\.content\.read and repo\.write/],
  },
  {
    what: 'a fine-grained token without discussions, and a pull request abroad',
    source: 'a new user, commit c70a801',
    token: 'fine-grained-read-only-scope',
    line: 'openai-community/gpt2:pull-request',
    code: 'scope-missing',
    fixes: [/discussion\.write under the global permissions/],
  },
  {
    what: 'a read token, and a write abroad',
    source: 'a new user, commit c70a801',
    token: 'read',
    line: 'openai-community/gpt2:write',
    code: 'not-a-member',
    says: [/can only read/],
    fixes: [/give the account the role write/, /make a token that can write/],
  },
  {
    what: 'a read token of a member who may only read',
    source: 'huggingface/community-events#25, 2022: other tokens were tried, and the namespace was the fault',
    token: 'read',
    line: 'museum/catalogue:write',
    code: 'read-only-token',
    says: [/has the role "read" in the organization museum/],
    fixes: [/Make a token/, /give the account the role write/],
    not: /makes no difference|changes nothing/,
  },
  {
    what: 'a fine-grained token without the organization, of a member who may only read',
    source: 'class: "Access control in organizations", the lesser of the two rights',
    token: 'fine-grained-read-only-scope',
    line: 'datasets/museum/paintings:write',
    code: 'scope-missing',
    says: [/role "read"/],
    fixes: [/repo\.content\.read and repo\.write/, /give the account the role write/],
  },
  {
    what: 'a new repo in an organization that the token does not name, by a member who may only read',
    source: 'OpenCodeInterpreter#13: the namespace of an example',
    token: 'fine-grained-read-only-scope',
    line: 'museum/new:create',
    code: 'scope-missing',
    fixes: [/for the whole namespace/, /give the account the role contributor or write/],
  },
  {
    what: 'a pull request to a gated repo, by a read token',
    source: 'class: the gate first, the right to discuss second',
    token: 'read',
    line: 'meta-llama/Llama-not-requested:pull-request',
    code: 'gate-not-requested',
    fixes: [/accept the conditions/, /make a token that can write/],
  },
  {
    what: 'a pull request to a gated repo, by a fine-grained token without either',
    source: 'class: the box, the gate and the right to discuss',
    token: 'fine-grained-no-gated-box',
    line: 'meta-llama/Llama-pending:pull-request',
    code: 'gate-token-scope',
    fixes: [/public gated repos/, /accept conditions/, /discussion\.write under the global permissions/],
  },
  {
    what: 'a gate behind a box that is not ticked',
    source: 'DenisovAV/flutter_gemma#65, 2025: several tokens were tried, and the conditions were accepted',
    token: 'fine-grained-no-gated-box',
    line: 'meta-llama/Llama-not-requested',
    code: 'gate-token-scope',
    fixes: [/tick "Read access to contents of all public gated repos/, /accept conditions, accept them as well/],
  },
  {
    what: 'a gate whose refusal comes before that of the box',
    source: 'class: the order of the two is an assumption (gate-box-first)',
    token: 'fine-grained-no-gated-box',
    line: 'meta-llama/Llama-not-requested',
    code: 'gate-not-requested',
    effect: refused(
      'Access to model meta-llama/Llama-not-requested is restricted and you are not in the authorized list. Visit https://huggingface.co/meta-llama/Llama-not-requested to ask for access.',
      { 'x-error-code': 'GatedRepo' },
    ),
    fixes: [/accept the conditions/, /tick "Read access to contents of all public gated repos/],
  },
  {
    what: 'single sign-on, and a token that can only read',
    source: 'class: Hub documentation, `security-sso.md`',
    token: 'made',
    line: 'acme/product:write',
    code: 'org-sso',
    make: (hub) => classic(hub, 'read', { acme: ['sso'] }),
    says: [/can only read/],
    fixes: [/single sign-on/, /make a token that can write/],
  },
  {
    what: 'two policies at once',
    source: 'class: whoami, `securityRestrictions` is a list',
    token: 'made',
    line: 'acme/product',
    code: 'org-sso',
    make: (hub) => classic(hub, 'write', { acme: ['sso', 'mfa'] }),
    fixes: [/single sign-on/, /two-factor authentication/],
  },
  {
    what: 'a private repo of strangers, and a write by a read token',
    source: 'huggingface_hub#1653: a 403 of a read token',
    token: 'read',
    line: 'mallory/secret:write',
    code: 'not-found',
    fixes: [/Check the spelling/, /list it with `:create`/, /an admin there also/, /make a token that can write/],
  },
  {
    what: 'the wrong type, and a write by a read token',
    source: 'class: the type first, the right second',
    token: 'read',
    line: 'ada/corpus:write',
    code: 'wrong-type',
    fixes: [/List it as a dataset/, /make a token that can write/],
  },
  {
    what: 'a full storage, and a token that can only read',
    source: 'class: huggingface_hub#3048, by a token that can only read',
    token: 'read',
    line: 'ada/finetune:write',
    code: 'storage-limit',
    effect: refused('Private repository storage limit reached, please upgrade your plan'),
    fixes: [/Free storage/, /make a token that can write/],
  },
  {
    what: 'a name without its namespace, and a write',
    source: 'class: huggingface_hub, `create_repo` completes a bare name and `upload_file` does not',
    token: 'write',
    line: 'gpt2-tiny:write',
    code: 'not-a-member',
    says: [/has no namespace/],
    fixes: [/with its namespace \(`NAMESPACE\/NAME`\)/],
  },
  {
    what: 'no token for a gated repo',
    source: 'huggingface/transformers#43233, 2026: the account of the bot needs access as well as its token',
    token: 'none',
    line: 'meta-llama/Llama-accepted',
    code: 'token-missing',
    fixes: [/HF_TOKEN/, /accept the conditions on its page/],
  },
  {
    what: 'no token for a private repo',
    source: 'class: the same without a gate',
    token: 'none',
    line: 'ada/finetune',
    code: 'token-missing',
    fixes: [/HF_TOKEN/],
    not: /accept the conditions/,
  },
  {
    what: 'a token that can, and a role that cannot',
    source:
      'huggingface/lerobot-dataset-visualizer#129, 2026: three tokens and the same 403, as the role was the fault',
    token: 'write',
    line: 'museum/catalogue:write',
    code: 'role-insufficient',
    fixes: [/give the account the role write/],
    not: /make a token/i,
  },
  {
    what: 'a member of an organization, with a token that names it',
    source: 'class: nothing else lacks',
    token: 'made',
    line: 'guild/graces-own:write',
    code: 'scope-missing',
    make: (hub) => fineGranted(hub, { permissions: ['repo.content.read'] }),
    fixes: [/repo\.content\.read and repo\.write/],
  },
  {
    what: 'a disabled repo, whatever the token',
    source: 'class: what nothing mends comes alone',
    token: 'read',
    line: 'mallory/taken-down:write',
    code: 'disabled',
    fixes: [/^No token changes that/],
    not: /Also/,
  },
  {
    what: 'a repo that the region of the runner blocks, and a write by a read token',
    source: 'class: NemoClaw, 2026-08-19',
    token: 'read',
    line: 'acme/product:write',
    code: 'region-blocked',
    effect: refused('This model is not available in your region.'),
    fixes: [/another region/],
    not: /Also/,
  },
];

type WireCheck = ReportJson['checks'][number];

onEachNode((node) => {
  const play = async ({ token, make, line, effect }: Row): Promise<WireCheck[]> =>
    onStage({}, async ({ hub, tokens }) => {
      const made = make?.(hub);
      if (effect !== undefined) hub.fault({ path: 'auth-check', effect });
      const secret = token === 'none' ? undefined : token === 'made' ? made : tokens[token];
      const env = secret === undefined ? {} : { HF_TOKEN: secret };
      const options = QUIET_OPTIONS;
      const [step, command] = await Promise.all([
        runAction({ node, hub, inputs: { ...QUIET, models: line }, env }),
        runCli({ node, hub, args: ['check', '--json', line, ...options], env }),
      ]);
      return [step, command].flatMap(({ report }) => report?.checks ?? []);
    });

  describe('a remedy names all that its line needs', () => {
    test.each(ROWS)('$what', async (row) => {
      const found = await play(row);
      expect(found.map(({ code }) => code)).toEqual([row.code, row.code]);
      for (const { message, remedy } of found) {
        for (const words of row.says ?? []) expect(message).toMatch(words);
        for (const words of row.fixes) expect(remedy?.text).toMatch(words);
        if (row.not !== undefined) expect(remedy?.text).not.toMatch(row.not);
      }
    });
  });

  describe('a wrong account makes the rest void', () => {
    const LINES = [
      ...['meta-llama/Llama-not-requested', 'meta-llama/Llama-pending', 'meta-llama/Llama-rejected'],
      ...['acme/product:write', 'museum/catalogue:write', 'openai-community/gpt2:write', 'mallory/secret'],
      ...['museum/new:create', 'openai-community/gpt2'],
    ];
    const BY = { 'expected-account': 'release-bot', 'least-privilege': 'fail' };

    test.each(['read', 'write', 'fine-grained-read-only-scope', 'oauth', 'oauth-expires-soon', 'sso'] as const)(
      'of the token %s: one thing to do, and no gate or new token for that account',
      async (name) => {
        await onStage({}, async ({ hub, tokens }) => {
          const inputs = { ...QUIET, ...BY, models: LINES.join('\n'), token: tokens[name] };
          const run = await runAction({ node, hub, inputs });
          expect(run.outputs).toMatchObject({ result: 'fail', blocked: 'true' });
          const texts = [...(run.report?.checks ?? []), ...(run.report?.notices ?? [])].flatMap(
            ({ remedy }) => remedy?.text ?? [],
          );
          expect(texts.length).toBeGreaterThan(7);
          expect([...new Set(texts)]).toEqual([expect.stringMatching(/^Use a token of the expected account, or/)]);
          const todo = run.summary.slice(run.summary.indexOf('### What to do'), run.summary.indexOf('### Checks'));
          expect(todo).toMatch(/1\. ❌ \*\*Not the expected account\*\*/);
          expect(todo).not.toMatch(/^2\. ❌ \*\*(?!Token can do more)/m);
          expect(`${run.summary}${run.stdout}`).not.toMatch(/accept the conditions|tokens\/new|Make a token/);
        });
      },
    );

    test('what does not depend on the account is told beside it', async () => {
      await onStage({}, async ({ hub, tokens }) => {
        const inputs = { ...QUIET, ...BY, models: 'squad mallory/taken-down openai-community/gpt2@nowhere' };
        const run = await runAction({ node, hub, inputs: { ...inputs, token: tokens.read } });
        expect(run.report?.checks.map(({ code }) => code)).toEqual(['wrong-type', 'disabled', 'revision-not-found']);
        expect(run.summary).toMatch(/1\. ❌ \*\*Not the expected account/);
        for (const words of ['Listed as the wrong type', 'Disabled by the Hub', 'Revision not found'])
          expect(run.summary).toContain(`**${words}**`);
      });
    });

    test('membership asked for', async () => {
      await onStage({}, async ({ hub, tokens }) => {
        addOrg(hub.world, 'nova');
        const inputs = {
          ...QUIET,
          'expected-account': 'org:nova',
          models: 'meta-llama/Llama-pending',
          token: tokens.read,
        };
        const run = await runAction({ node, hub, inputs });
        expect(run.report?.checks[0]?.remedy?.text).toMatch(/^Use a token of the expected account/);
      });
    });
  });
});
