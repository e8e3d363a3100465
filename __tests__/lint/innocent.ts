/** Files in which nothing is wrong, in the styles that people write. */

const push = (steps: string) =>
  `name: CI\non: [push]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`;
const env = (name = 'HF_TOKEN', secret = name) => `        env:\n          ${name}: \${{ secrets.${secret} }}\n`;
const pr = (steps: string) => push(steps).replace('[push]', 'pull_request');
const called = (body: string) =>
  `on:\n  workflow_call:\n    secrets:\n      HF_TOKEN:\n        required: false\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${body}`;

/** A workflow each. */
export const WORKFLOWS: readonly string[] = [
  push(`      - uses: actions/checkout@v7\n      - run: pip install -e .[test]\n      - run: pytest\n${env()}`),
  push(
    `      - uses: actions/checkout@v7\n      - name: Push to hub\n${env()}        run: git push https://acme:$HF_TOKEN@huggingface.co/spaces/acme/demo main\n`,
  ),
  push(`      - run: hf upload acme/model ./out\n${env()}`),
  push(`      - run: hf upload acme/model ./out\n${env('HF_TOKEN', 'HF_WRITE_TOKEN')}`),
  push(
    `      - uses: huggingface/hub-sync@v0.1.0\n        with:\n          github_repo_id: \${{ github.repository }}\n          huggingface_repo_id: acme/demo\n          hf_token: \${{ secrets.HF_TOKEN }}\n`,
  ),
  push(
    `      - name: Download\n        run: |\n          pip install -U "huggingface_hub[cli]"\n          hf download acme/model --local-dir model\n`,
  ),
  push(
    `      - run: python -c "from transformers import pipeline; pipeline('text-generation', 'openai-community/gpt2')"\n`,
  ),
  push(
    `      - uses: docker/build-push-action@v6\n        with:\n          push: true\n          tags: acme/app:latest\n          build-args: |\n            HF_HOME=/models\n            MODEL_ID=acme/model\n          secrets: |\n            "hf_token=\${{ secrets.HF_TOKEN }}"\n`,
  ),
  push(`      - run: docker build --secret id=hf_token,env=HF_TOKEN .\n${env()}`),
  push(`      - run: docker run --rm -e HF_TOKEN acme/app\n${env()}`),
  push(`      - run: echo "::add-mask::$HF_TOKEN"\n${env()}      - run: make\n`),
  push(`      - run: hf auth login --token-file <(printf %s "$HF_TOKEN")\n${env()}`),
  push(
    `      - run: |\n          set -euo pipefail\n          hf auth whoami\n          python train.py --repo acme/model --token-env HF_TOKEN\n${env()}`,
  ),
  push(`      - run: make test || true\n      - run: hf download acme/model\n        continue-on-error: true\n`),
  push(
    `      - uses: actions/cache@v5\n        with:\n          path: ~/.cache/huggingface\n          key: hf-\${{ hashFiles('models.txt') }}\n      - run: make\n${env()}`,
  ),
  pr(`      - run: pytest -m "not gated"\n`),
  pr(`      - if: github.event.pull_request.head.repo.full_name == github.repository\n        run: pytest\n${env()}`),
  pr(
    `      - run: |\n          if [[ -z "\${HF_TOKEN:-}" ]]; then echo "no token, gated tests are skipped"; exit 0; fi\n          pytest -m gated\n${env()}`,
  ),
  pr(`      - run: pytest\n        env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN || '' }}\n`),
  pr(
    `      - uses: actions/checkout@v7\n        with:\n          ref: \${{ github.event.pull_request.head.sha }}\n      - run: npm test\n`,
  ),
  pr(
    `      - id: hub\n        uses: acme/hf-auth-preflight@v1\n        with:\n          token: \${{ secrets.HF_TOKEN }}\n      - if: steps.hub.outputs.ok == 'true'\n        run: pytest\n${env()}`,
  ),
  `on:\n  pull_request:\n    types: [closed]\njobs:\n  publish:\n    if: github.event.pull_request.merged\n    runs-on: ubuntu-latest\n    steps:\n      - run: hf upload acme/model .\n${env()}`,
  `on:\n  pull_request:\n    types: [labeled]\njobs:\n  gpu:\n    runs-on: [self-hosted, gpu]\n    steps:\n      - run: pytest\n${env()}`,
  `on: pull_request_target\njobs:\n  label:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/labeler@v6\n`,
  `on: pull_request_target\njobs:\n  greet:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n      - run: python tools/describe.py\n${env()}`,
  called(`      - run: pytest\n${env()}`),
  called(`      - run: pytest\n        env: { HF_TOKEN: "\${{ secrets.HF_TOKEN }}", CI: 1 }\n`),
  `on:\n  workflow_call:\n    inputs:\n      model:\n        type: string\n    secrets:\n      hf_token: { required: true }\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      HF_TOKEN: \${{ secrets.hf_token }}\n    steps:\n      - run: make\n`,
  `on:\n  schedule: [{ cron: '0 4 * * *' }]\n  workflow_dispatch:\nenv:\n  HF_TOKEN: \${{ secrets.HF_TOKEN }}\n  HF_HUB_DISABLE_PROGRESS_BARS: 1\njobs:\n  nightly:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make nightly\n`,
  `on: { push: { branches: [main] } }\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: make, env: { HF_TOKEN: "\${{ secrets.HF_TOKEN }}" } }] } }\n`,
  `"on": push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    strategy:\n      matrix:\n        model: [acme/one, acme/two]\n    steps:\n      - run: hf download \${{ matrix.model }}\n${env()}`,
  `on: push\npermissions:\n  id-token: write\n  contents: read\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    steps:\n      - id: hub\n        uses: acme/hf-auth-preflight@v1\n        with:\n          oidc-resource: model:acme/model\n          export-token: env\n      - run: hf upload acme/model .\n`,
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    environment: release\n    steps:\n      - run: hf upload acme/model .\n${env()}`,
  `on: push\njobs:\n  call:\n    uses: other/flows/.github/workflows/build.yml@v1\n    secrets:\n      token: \${{ secrets.HF_TOKEN }}\n`,
  `on: push\nx-env: &env\n  HF_TOKEN: \${{ secrets.HF_TOKEN }}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env: *env\n    steps:\n      - run: make\n`,
  push(`      - run: |\n          cat <<EOF > .env\n          HF_TOKEN=$HF_TOKEN\n          EOF\n${env()}`),
  push(
    `      - uses: actions/setup-python@v6\n        with: { python-version: '3.12' }\n      - run: python -m pytest\n        env:\n          HF_ENDPOINT: https://hub.acme.example\n          HF_TOKEN: \${{ secrets.HUB_TOKEN }}\n`,
  ),
  push(
    `      - run: curl -fsS http://localhost:8080/health\n        env:\n          HF_ENDPOINT: http://127.0.0.1:8080\n          HF_TOKEN: not-needed\n`,
  ),
  push(
    `      - run: langchain-app\n        env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n          HUGGINGFACEHUB_API_TOKEN: \${{ secrets.HF_TOKEN }}\n`,
  ),
  push(
    `      - run: HF_TOKEN="$READER" hf download acme/model\n        env:\n          READER: \${{ secrets.HF_READ_TOKEN }}\n`,
  ),
  push(
    `      - uses: actions/github-script@v8\n        with:\n          github-token: \${{ secrets.GITHUB_TOKEN }}\n          script: console.log('huggingface.co')\n`,
  ),
  push(
    `      - run: npm publish\n        env:\n          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}\n          HF_HUB_OFFLINE: '1'\n`,
  ),
];

/** Other files. */
export const FILES: Readonly<Record<string, string>> = {
  Dockerfile:
    'FROM python:3.12\nENV HF_HOME=/models HF_HUB_ENABLE_HF_TRANSFER=1\nRUN --mount=type=secret,id=hf_token,env=HF_TOKEN hf download acme/model\n',
  'compose.yaml':
    'services:\n  app:\n    image: acme/app\n    environment:\n      - HF_TOKEN\n      - HF_HOME=/models\n    secrets: [hf_token]\nsecrets:\n  hf_token:\n    environment: HF_TOKEN\n',
  'deploy.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: app\n          env:\n            - name: HF_TOKEN\n              valueFrom: { secretKeyRef: { name: hf, key: token } }\n',
  'chart/templates/secret.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata:\n  name: hf\nstringData:\n  token: {{ .Values.hfToken | quote }}\n',
  '.env.example': 'HF_TOKEN=\nHF_HOME=/models\n',
  'train.py':
    'import os\nfrom transformers import AutoModel\n\nmodel = AutoModel.from_pretrained("acme/model", token=os.environ.get("HF_TOKEN"))\n',
  'login.sh':
    '#!/usr/bin/env bash\nset -e\n[ -n "$HF_TOKEN" ] || { echo "set HF_TOKEN" >&2; exit 1; }\nhf auth whoami\n',
  'README.md': 'Run `hf auth login`, or `export HF_TOKEN=hf_...`, or `huggingface-cli login` in old versions.\n',
};
