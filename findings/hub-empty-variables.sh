#!/usr/bin/env bash
# Surprise: to huggingface_hub an empty variable is one thing for HF_TOKEN, and another for its neighbours. HF_TOKEN empty is as
# good as unset. HF_ENDPOINT empty is an address without a host, so that every request fails; HF_HUB_DOWNLOAD_TIMEOUT empty
# breaks the import of everything that downloads; HF_HOME empty makes the current folder the home: a file `token` that
# happens to lie in the checkout is taken for the login.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: empty counts as unset for all of them.
# Seen: in both versions HF_ENDPOINT= asks "/api/whoami-v2" without a scheme; HF_HUB_DOWNLOAD_TIMEOUT= "invalid literal for
# int()"; HF_HOME= gives the content of ./token.
#
# Who meets it: workflows with `HF_ENDPOINT: ${{ vars.HF_ENDPOINT }}`. GitHub hands over an empty variable where the
# repository has none of that name, in forks for instance.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir "$work/checkout"
cd "$work/checkout"
echo 'a note about tokens' > "$work/checkout/token"
# run VERSION CODE VARIABLE...: the last line that the code prints in a checkout with a file called token.
run() {
  local version=$1 code=$2
  shift 2
  alone "$@" \
    "$work/$version/bin/python" -c "$code" > "$work/out" 2>&1 || true
  tail -1 "$work/out"
}

whoami='from huggingface_hub import HfApi; HfApi().whoami(token="hf_invented")'
download='from huggingface_hub import hf_hub_download; print("imported")'
token='from huggingface_hub import get_token; print(get_token())'
for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub==$version"
  echo "huggingface_hub $version"
  none=$(run "$version" "$token" HF_TOKEN=)
  endpoint=$(run "$version" "$whoami" HF_ENDPOINT=)
  timeout=$(run "$version" "$download" HF_HUB_DOWNLOAD_TIMEOUT=)
  home=$(run "$version" "$token" HF_HOME=)
  printf '  %s\n' "HF_TOKEN=                 $none" "HF_ENDPOINT=              $endpoint" \
    "HF_HUB_DOWNLOAD_TIMEOUT=  $timeout" "HF_HOME=                  $home"
  [ "$none" = None ] || fail 'HF_TOKEN'
  case $endpoint in *'No scheme supplied'* | *"missing an 'http://' or 'https://' protocol"*) ;; *) fail 'HF_ENDPOINT' ;; esac
  case $timeout in *'invalid literal for int()'*) ;; *) fail 'HF_HUB_DOWNLOAD_TIMEOUT' ;; esac
  [ "$home" = 'a note about tokens' ] || fail 'HF_HOME'
done
echo 'still so'
