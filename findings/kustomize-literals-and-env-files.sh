#!/usr/bin/env bash
# Surprise: of the two places in a secretGenerator one takes quotes off and the other keeps them. `literals: [HF_TOKEN="hf_invented"]` makes the
# Secret hf_invented; the same line in a file under `envs` makes it `"hf_invented"`. A comment behind the value stays in both. A line with
# the name alone, which hands on the variable in Docker's env files, is an error in the first and an empty token in the second.
#
# Software: kustomize 5.7.1 (Go module), also as `kubectl kustomize`.
# Guess beforehand: one reader for both places; quotes are kept in both, as `kubectl create secret --from-literal` keeps them.
# Seen: as above; nothing is said about any of it.
#
# Who meets it: deployments whose .env is the one of local work. The pod starts, and the Hub says 401 for a token that looks right in
# the file.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

or_stop env "GOPATH=$work/go" GOFLAGS=-modcacherw go install sigs.k8s.io/kustomize/kustomize/v5@v5.7.1
mkdir "$work/deployment"
cd "$work/deployment"

# secret PLACE LINE: the value in the Secret that kustomize writes from this line.
secret() {
  case $1 in
    literals) printf '%s\n' 'secretGenerator:' '- name: hub' '  literals:' '  - >-' "    $2" > kustomization.yaml ;;
    envs)
      echo "$2" > hub.env
      printf '%s\n' 'secretGenerator:' '- name: hub' '  envs: [hub.env]' > kustomization.yaml
      ;;
  esac
  alone HF_TOKEN=hf_of_the_job "$work/go/bin/kustomize" build . > "$work/out" 2>&1 || { echo "an error"; return; }
  sed -n 's/^  HF_TOKEN: "\{0,1\}\([^"]*\)"\{0,1\}$/\1/p' "$work/out" | base64 -d
}

for line in 'HF_TOKEN=hf_invented' 'HF_TOKEN="hf_invented"' "HF_TOKEN='hf_invented'" 'HF_TOKEN=hf_invented # ci' 'HF_TOKEN'; do
  literal=$(secret literals "$line")
  file=$(secret envs "$line")
  printf '%-26s literals: [%s] envs: [%s]\n' "$line" "$literal" "$file"
  case $line in
    *'"') wanted='hf_invented "hf_invented"' ;;
    *"'") wanted="hf_invented 'hf_invented'" ;;
    *ci) wanted='hf_invented # ci hf_invented # ci' ;;
    HF_TOKEN) wanted='an error ' ;;
    *) wanted='hf_invented hf_invented' ;;
  esac
  [ "$literal $file" = "$wanted" ] || fail "$line"
done
echo 'still so'
