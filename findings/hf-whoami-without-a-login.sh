#!/usr/bin/env bash
# Surprise: `hf auth whoami` without a login prints "Not logged in" on standard output and ends with 0 in 0.x; in 1.x and 2.x it is an error
# with exit code 1 and nothing on standard output.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0 (their command `hf`).
# Guess beforehand: exit code 1 in all, as it is what scripts ask with it.
# Seen: as above. With a login the exit code is 0 in all.
#
# Who meets it: steps like `hf auth whoami || hf auth login …`, which never log in with 0.x.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/known_hub.py"
for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  for variable in HF_TOKEN= HF_TOKEN=hf_invented; do
    code=0
    alone "HF_ENDPOINT=$hub" NO_COLOR=1 $variable "$work/$version/bin/hf" auth whoami > "$work/out" 2> "$work/log" || code=$?
    got="exit $code, $(head -1 "$work/out")"
    echo "hf $version, $variable: $got"
    case $version,$variable in
      0.*,*=) wanted='exit 0, Not logged in' ;;
      *=) wanted='exit 1, ' ;;
      0.*) wanted='exit 0, user:  acme' ;;
      *) wanted='exit 0, ✓ Logged in' ;;
    esac
    [ "$got" = "$wanted" ] || { cat "$work/log"; fail "$version, $variable"; }
  done
done
echo 'still so'
