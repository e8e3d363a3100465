#!/usr/bin/env bash
# Surprise: to GitHub's own parser of workflow files an abbreviated commit such as `12e3456` without quotes is a number in
# scientific notation, and what reaches the step is the word `Infinity`. `0123456` loses its zero.
#
# Software: @actions/workflow-parser 0.3.61 (npm), from GitHub's language services for Actions; PyYAML 6.0.4 beside it.
# Guess beforehand: an environment variable is text, so the text of the file is kept; `12e3456` is no number anyhow.
# Seen: env `12e3456` is `Infinity`, `0123456` is `123456`, `1234567` stays. PyYAML keeps the first and reads the second as
# octal, 42798, so that a linter in Python sees neither.
#
# Who meets it: workflows that pin a revision (`HF_REVISION: 12e3456`, `models: acme/model@${{ matrix.revision }}`). About one
# commit in fifty has only digits and one `e` in between in its first seven characters; the Hub then says that the
# revision `Infinity` does not exist.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

node_with @actions/workflow-parser@0.3.61 esbuild@0.28.2
python_with python pyyaml==6.0.4

cat > "$work/workflow.yml" << 'YAML'
on: push
env:
  WITH_AN_E: 12e3456
  WITH_A_ZERO: 0123456
  DIGITS: 1234567
  QUOTED: '12e3456'
jobs:
  train:
    runs-on: ubuntu-latest
    steps:
      - run: env
YAML
cat > "$work/npm/read.mjs" << 'JS'
import { readFileSync } from 'node:fs';
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from '@actions/workflow-parser';

const file = { name: 'workflow.yml', content: readFileSync(process.argv[2], 'utf8') };
const { context, value } = parseWorkflow(file, new NoOperationTraceWriter());
void convertWorkflowTemplate(context, value).then(({ env }) => {
  if (context.errors.getErrors().length > 0) throw new Error('the workflow is not valid');
  for (let index = 0; index < env.count; index += 1) console.log(`${env.get(index).key}=${env.get(index).value}`);
});
JS
# Bundled, as the package imports a JSON file in a way that today's Node refuses.
"$work/npm/node_modules/.bin/esbuild" "$work/npm/read.mjs" --bundle --platform=node --outfile="$work/read.cjs" --log-level=error
github=$(alone "PATH=$PATH" node "$work/read.cjs" "$work/workflow.yml" | tr '\n' ' ')
python=$(alone "$work/python/bin/python" - "$work/workflow.yml" << 'PY'
import sys, yaml
print(*(f"{name}={value}" for name, value in yaml.safe_load(open(sys.argv[1]))["env"].items()), "")
PY
)
echo "@actions/workflow-parser 0.3.61: $github"
echo "PyYAML 6.0.4:                    $python"
[ "$github" = 'WITH_AN_E=Infinity WITH_A_ZERO=123456 DIGITS=1234567 QUOTED=12e3456 ' ] || fail "GitHub's parser"
[ "$python" = 'WITH_AN_E=12e3456 WITH_A_ZERO=42798 DIGITS=1234567 QUOTED=12e3456 ' ] || fail 'PyYAML'
echo 'still so'
