#!/usr/bin/env bash
# Surprise: act, which runs workflows on one's own machine, reads the file .env of the repository without being asked. Its HF_TOKEN is in every step,
# also where the workflow hands over none, and it wins over the `env:` of the job; only the `env:` of a step wins over it. And act
# hands a job's output with the secret in it to the next job, where GitHub makes it empty ("Skip output … since it may contain secret").
#
# Software: nektos/act 0.2.89 (Go module).
# Guess beforehand: what act is not told, it does not know: secrets come from `-s` and `--secret-file`. What a workflow says itself
# counts more than a file beside it. Outputs are as at GitHub.
# Seen: as above; the output arrives in its full length, and only the log has stars in its place.
#
# Who meets it: whoever tries a workflow with act first, in a repository with a .env for local work. All steps are green with the token of the
# file, and at GitHub they have another one, or none.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

or_stop env "GOPATH=$work/go" GOFLAGS=-modcacherw go install github.com/nektos/act@v0.2.89
mkdir -p "$work/repo/.github/workflows"
cd "$work/repo"
echo HF_TOKEN=hf_from_the_file > .env
cat > .github/workflows/check.yml << 'YAML'
on: push
jobs:
  nothing:
    runs-on: ubuntu-latest
    steps:
      - run: echo "no env [$HF_TOKEN]"
  given:
    runs-on: ubuntu-latest
    env:
      HF_TOKEN: ${{ secrets.HF_TOKEN }}
    steps:
      - run: echo "env of the job, ${#HF_TOKEN} characters"
      - run: echo "env of the step, ${#HF_TOKEN} characters"
        env:
          HF_TOKEN: ${{ secrets.HF_TOKEN }}
  first:
    runs-on: ubuntu-latest
    outputs:
      header: ${{ steps.make.outputs.header }}
    steps:
      - id: make
        run: echo "header=Bearer $TOKEN" >> "$GITHUB_OUTPUT"
        env:
          TOKEN: ${{ secrets.HF_TOKEN }}
  second:
    needs: first
    runs-on: ubuntu-latest
    steps:
      - run: echo "output, ${#HEADER} characters"
        env:
          HEADER: ${{ needs.first.outputs.header }}
YAML
act=(alone "PATH=$PATH" GIT_CONFIG_NOSYSTEM=1)
{
  "${act[@]}" git init -q .
  "${act[@]}" git remote add origin https://github.com/acme/model.git
  "${act[@]}" git add .
  "${act[@]}" git -c user.name=acme -c user.email=acme@example.com commit -qm first
} > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
"${act[@]}" "$work/go/bin/act" push -P ubuntu-latest=-self-hosted -s HF_TOKEN=hf_invented > "$work/out" 2>&1 || fail 'a job'
seen=$(sed -n 's/.*  | \(no env\|env of\|output\)/\1/p' "$work/out" | sort)
echo "$seen"
wanted=$(printf '%s\n' 'env of the job, 16 characters' 'env of the step, 11 characters' 'no env [hf_from_the_file]' 'output, 18 characters')
[ "$seen" = "$wanted" ] || fail 'one of the four'
echo 'still so'
