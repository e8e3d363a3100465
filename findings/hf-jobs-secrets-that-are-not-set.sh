#!/usr/bin/env bash
# Surprise: `hf jobs run --secrets WANDB_API_KEY` is an error in 2.4.0 where that variable is not set. The same name in the file of `--secrets-file`,
# and `--env NAME`, are left out without a word: what is sent starts the job without them. 1.33.0 leaves out all three.
#
# Software: huggingface_hub 1.33.0 and 2.4.0 (their command `hf`).
# Guess beforehand: an error in all three forms.
# Seen: as above, in what is sent to /api/jobs. The name HF_TOKEN is an exception: where the variable is not set, the saved login is sent.
#
# Who meets it: workflows that start a job at the Hub and hand on what the runner has. In a fork, or after a secret was renamed, the run fails
# an hour later, at its first use.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub that notes which secrets and variables a job is to have, and refuses to start it."""
import json
from serving import Handler, note, serve

class Jobs(Handler):
    def do_GET(self):
        if self.command == "POST":
            job = json.loads(self.sent)
            note("secrets", json.dumps(job.get("secrets")), "env", json.dumps(job.get("environment")))
            return self.answer(403, {"error": "enough"})
        self.answer(200, {"type": "user", "name": "acme", "orgs": [], "auth": {"type": "access_token", "accessToken": {"role": "write"}}})

serve(Jobs)
PY
serve "$work/server.py"
mkdir -p "$work/home/.cache/huggingface"
printf hf_saved > "$work/home/.cache/huggingface/token"
printf '%s\n' WANDB_API_KEY > "$work/one.env"
printf '%s\n' HF_TOKEN > "$work/hub.env"

# job VERSION OPTION...: what the job is to have, or the refusal of the client.
job() {
  rm -f "$work/seen"
  alone "HF_ENDPOINT=$hub" NO_COLOR=1 "$work/$1/bin/hf" jobs run --detach "${@:2}" python:3.12 python -V > "$work/out" 2>&1 || true
  if [ -e "$work/seen" ]; then cat "$work/seen"; else grep -o 'not set in your environment' "$work/out"; fi
}

for version in 1.33.0 2.4.0; do
  python_with $version "huggingface_hub==$version"
  option=$(job $version --secrets WANDB_API_KEY)
  file=$(job $version --secrets-file "$work/one.env")
  variable=$(job $version --env WANDB_API_KEY)
  token=$(job $version --secrets-file "$work/hub.env")
  echo "hf $version, WANDB_API_KEY and HF_TOKEN not set"
  printf '  %s\n' "--secrets WANDB_API_KEY: $option" "--secrets-file with WANDB_API_KEY: $file" "--env WANDB_API_KEY: $variable" \
    "--secrets-file with HF_TOKEN: $token"
  nothing='secrets null env {}'
  case $version in 1.*) wanted=$nothing ;; *) wanted='not set in your environment' ;; esac
  [ "$option" = "$wanted" ] || fail '--secrets'
  [ "$file" = "$nothing" ] || fail '--secrets-file'
  [ "$variable" = "$nothing" ] || fail '--env'
  [ "$token" = 'secrets {"HF_TOKEN": "hf_saved"} env {}' ] || fail HF_TOKEN
done
echo 'still so'
