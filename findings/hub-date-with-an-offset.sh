#!/usr/bin/env bash
# Surprise: a repo whose lastModified is written as `2026-01-02T03:04:05+00:00` cannot be asked about: `model_info` and
# `snapshot_download` end in "ValueError: Cannot parse …". With `Z` for the same moment both work, with any number of digits for
# the fraction of a second, none and nine included.
#
# Software: huggingface_hub 0.36.2 and 2.4.0.
# Guess beforehand: `+00:00` is what Python's own isoformat() writes, so of all clients the Python one reads it.
# Seen: as above in both versions; a single file can be downloaded all the same.
#
# Who meets it: hubs and mirrors of one's own that write their dates with the standard library of Python, or of Go on a machine
# with a time zone. The error names a date, and access, which people then look into, is fine.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

serve "$support/small_hub.py"

cat > "$work/ask.py" << 'PY'
import os, sys
from huggingface_hub import HfApi

api = HfApi(token="hf_invented")
calls = {
    "info": lambda: api.model_info("acme/model").last_modified.isoformat(),
    "snapshot": lambda: f"{len(os.listdir(api.snapshot_download('acme/model')))} files",
    "file": lambda: os.path.basename(api.hf_hub_download("acme/model", "first.txt")),
}
try:
    print(calls[sys.argv[1]]())
except Exception as error:
    print(f"{type(error).__name__}: {str(error)[:12]}")
PY
# ask VERSION WHAT: what the client makes of the repo.
ask() {
  rm -rf "$work/home/.cache"
  alone "HF_ENDPOINT=$hub" \
    "$work/$1/bin/python" "$work/ask.py" "$2" 2> "$work/log"
}

for version in 0.36.2 2.4.0; do
  python_with $version "huggingface_hub==$version"
  echo "huggingface_hub $version"
  for date in 2026-01-02T03:04:05Z 2026-01-02T03:04:05.123456789Z 2026-01-02T03:04:05+00:00; do
    echo "$date" > "$work/date"
    got="$(ask $version info), $(ask $version snapshot), $(ask $version file)"
    printf '  %-32s %s\n' "$date" "$got"
    case $date in
      *:05Z) wanted='2026-01-02T03:04:05+00:00, 4 files, first.txt' ;;
      *Z) wanted='2026-01-02T03:04:05.123456+00:00, 4 files, first.txt' ;;
      *) wanted='ValueError: Cannot parse, ValueError: Cannot parse, first.txt' ;;
    esac
    [ "$got" = "$wanted" ] || fail "$date"
  done
done
echo 'still so'
