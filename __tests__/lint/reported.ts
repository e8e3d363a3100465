/** Shapes of files behind public reports, rewritten, with what would have saved their authors. */

export interface Reported {
  readonly report: string;
  readonly files: Readonly<Record<string, string>>;
  readonly finds: readonly string[];
}

const W = '.github/workflows/ci.yml';
const job = (steps: string, on = 'push') =>
  `on: ${on}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const ENV = '        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n';

export const REPORTED: readonly Reported[] = [
  {
    report:
      'NeuracoreAI/neuracore#690, huggingface/diffusers#14534: tests of a gated model in a pull request from a fork',
    files: {
      [W]: job(`      - uses: actions/checkout@v7\n      - run: pytest tests/test_gated.py\n${ENV}`, 'pull_request'),
    },
    finds: [`${W}:9 fork-without-guard`],
  },
  {
    report: 'intel/intel-xpu-backend-for-triton#5399: a secret that is not passed to the called workflow',
    files: {
      '.github/workflows/nightly.yml':
        'on:\n  schedule:\n    - cron: "5 2 * * *"\njobs:\n  e2e:\n    uses: ./.github/workflows/e2e-reusable.yml\n    with:\n      mode: inference\n',
      '.github/workflows/e2e-reusable.yml': `on:\n  workflow_call:\n    inputs:\n      mode: { type: string }\n    secrets:\n      HF_TOKEN:\n        required: true\njobs:\n  run:\n    runs-on: [self-hosted, xpu]\n    steps:\n      - run: python e2e.py\n${ENV}`,
    },
    finds: ['.github/workflows/nightly.yml:6 secret-not-passed'],
  },
  {
    report: 'the same, without a declaration',
    files: {
      '.github/workflows/nightly.yml':
        'on: push\njobs:\n  e2e:\n    uses: ./.github/workflows/e2e.yml\n    secrets:\n      HF_TOKEN: ${{ secrets.HF_TOKEN }}\n',
      '.github/workflows/e2e.yml': `on: workflow_call\njobs:\n  run:\n    runs-on: ubuntu-latest\n    steps:\n      - run: python e2e.py\n${ENV}`,
    },
    finds: ['.github/workflows/e2e.yml:8 secret-not-declared'],
  },
  {
    report: 'gradio-app/gradio#13863: a token in a configuration variable',
    files: {
      [W]: job(
        '      - name: Typecheck\n        run: pnpm ts:check\n        env:\n          HF_TOKEN: ${{ vars.HF_TOKEN }}\n',
      ),
    },
    finds: [`${W}:9 token-in-vars`],
  },
  {
    report: 'opea GenAIExamples#1503: HUGGINGFACEHUB_API_TOKEN where libraries read HF_TOKEN',
    files: {
      'compose.yaml':
        'services:\n  tgi:\n    image: ghcr.io/acme/serving\n    environment:\n      HUGGINGFACEHUB_API_TOKEN: ${TOKEN}\n    command: --model-id acme/model\n',
    },
    finds: ['compose.yaml:5 unread-variable'],
  },
  {
    report: 'camel#1844, dstack#1871: HUGGINGFACE_TOKEN',
    files: {
      [W]: job('      - run: pytest\n        env:\n          HUGGINGFACE_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}\n'),
    },
    finds: [`${W}:8 unread-variable`],
  },
  {
    report: 'gso#14: HF_READ_TOKEN',
    files: {
      [W]: job(
        '      - run: python evaluate.py\n        env:\n          HF_READ_TOKEN: ${{ secrets.HF_READ_TOKEN }}\n',
      ),
    },
    finds: [`${W}:8 unread-variable`],
  },
  {
    report: 'WaterFlow#77, worker-comfyui#149: a token as a build argument',
    files: {
      Dockerfile: 'FROM python:3.12-slim\nARG HF_TOKEN\nENV HF_TOKEN=${HF_TOKEN}\nRUN hf download acme/gated\n',
      'build.sh': 'set -euo pipefail\ndocker build --build-arg HF_TOKEN=$HF_TOKEN -t worker .\n',
    },
    finds: ['Dockerfile:2 token-in-image', 'Dockerfile:3 token-in-image', 'build.sh:2 token-in-image'],
  },
  {
    report: 'lerobot: a login that may fail',
    files: {
      [W]: job(
        '      - run: |\n          hf auth login --token "$HF_USER_TOKEN" || true\n          pytest\n        env:\n          HF_USER_TOKEN: ${{ secrets.HF_TOKEN }}\n',
      ),
    },
    finds: [`${W}:7 swallowed-login`, `${W}:7 token-on-command-line`],
  },
  {
    report: 'tenstorrent/tt-xla#5619: a token that was committed and revoked by itself',
    files: { 'scripts/run.sh': `export HF_TOKEN=${['hf', 'QwErTyUiOpAsDfGhJkLzXcVbNm01234567'].join('_')}\npytest\n` },
    finds: ['scripts/run.sh:1 hard-coded-token'],
  },
  {
    report: 'gso#6: a token that can write where nothing writes',
    files: {
      [W]: job(
        '      - run: hf download acme/model\n        env:\n          HF_TOKEN: ${{ secrets.HF_WRITE_TOKEN }}\n',
      ),
    },
    finds: [`${W}:8 write-token-unused`],
  },
  {
    report: 'a manifest whose secret was encoded before kubectl encoded it',
    files: {
      'k8s/secret.yaml': `apiVersion: v1\nkind: Secret\nmetadata:\n  name: hf-token\ntype: Opaque\ndata:\n  token: ${btoa(btoa('an-invented-value-of-some-length'))}\n`,
    },
    finds: ['k8s/secret.yaml:7 kubernetes-secret-value'],
  },
  {
    report: 'a manifest with $(HF_TOKEN)',
    files: {
      'k8s/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata:\n  name: hf-token\nstringData:\n  HF_TOKEN: $(HF_TOKEN)\n',
    },
    finds: ['k8s/secret.yaml:6 kubernetes-secret-value'],
  },
  {
    report: 'a mirror at plain HTTP beside the token',
    files: {
      'docker-compose.yml':
        'services:\n  app:\n    image: app\n    environment:\n      - HF_ENDPOINT=http://hub-mirror:8090\n      - HF_TOKEN=${HF_TOKEN}\n',
    },
    finds: ['docker-compose.yml:5 plain-http-endpoint'],
  },
  {
    report: 'comments that start a run of the pull request with the token',
    files: {
      [W]: job(
        `      - uses: actions/checkout@v7\n        with:\n          ref: refs/pull/\${{ github.event.issue.number }}/head\n      - run: pytest\n${ENV}`,
        'issue_comment',
      ),
    },
    finds: [`${W}:11 token-for-untrusted-code`],
  },
  {
    report: 'pull_request_target as the way to have secrets in forks',
    files: {
      [W]: job(
        `      - uses: actions/checkout@v4\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n      - run: pytest\n${ENV}`,
        'pull_request_target',
      ),
    },
    finds: [`${W}:8 untrusted-checkout`, `${W}:11 token-for-untrusted-code`],
  },
  {
    report: 'code for transformers 4',
    files: {
      'load.py':
        'from transformers import AutoTokenizer\n\nAutoTokenizer.from_pretrained(\n    "acme/gated",\n    use_auth_token=True,\n)\n',
    },
    finds: ['load.py:5 deprecated-argument'],
  },
  {
    report: 'handsontable#13222: an aggregator that passes what was skipped',
    files: {
      [W]: "on: push\njobs:\n  hub:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/hf-auth-preflight@v1\n  train:\n    needs: hub\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n  gate:\n    needs: train\n    if: ${{ always() }}\n    runs-on: ubuntu-latest\n    steps:\n      - if: ${{ contains(needs.*.result, 'failure') || contains(needs.*.result, 'cancelled') }}\n        run: exit 1\n",
    },
    finds: [`${W}:13 gate-skipped`],
  },
];
