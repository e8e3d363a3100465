#!/usr/bin/env bash
# Surprise: `hf jobs uv run script.py` with a file of the checkout does not begin with the job: it creates a bucket `jobs-artifacts` in
# the account and uploads the file there (1.x, 2.x), or a dataset `hf-cli-jobs-uv-run-scripts` (0.36.2). A token that may start jobs
# and nothing else is refused, with words about a bucket that nobody named. `hf jobs run` with the same command needs no bucket.
#
# Software: huggingface_hub 0.36.2, 1.33.0 and 2.4.0 (their command `hf`).
# Guess beforehand: one request that starts the job, with the script in it.
# Seen: the creation comes first, and the refusal ends it; no job is asked for.
#
# Who meets it: workflows with a fine-grained token for jobs. The right to start a job is there, and a check of it says so.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

cat > "$work/server.py" << 'PY'
"""A Hub whose token may start jobs, and may create nothing. Notes what it is asked to do."""
from serving import Handler, note, serve

DATE = "2026-01-02T03:04:05.000Z"

class JobsOnly(Handler):
    def do_GET(self):
        if "/whoami" in self.path:
            token = {"displayName": "ci", "role": "fineGrained", "createdAt": DATE}
            return self.answer(200, {"type": "user", "id": "0" * 24, "name": "acme", "fullname": "Acme", "orgs": [], "auth": {"type": "access_token", "accessToken": token}})
        if self.command != "POST":
            return self.answer(404, {"error": "Not Found"}, x_error_code="RepoNotFound")
        note(self.path)
        if self.path != "/api/jobs/acme":
            return self.answer(403, {"error": "You don't have the rights to create this repo"})
        self.answer(200, {"id": "1", "createdAt": DATE, "status": {"stage": "RUNNING", "message": None}, "owner": {"id": "0", "name": "acme", "type": "user"}})

serve(JobsOnly)
PY
serve "$work/server.py"
cd "$work"
echo 'print("hello")' > script.py

# asked VERSION ARGUMENT...: what `hf jobs ARGUMENT...` asks the Hub to do.
asked() {
  rm -f seen
  touch seen
  alone "HF_ENDPOINT=$hub" HF_TOKEN=hf_invented "$work/$1/bin/hf" jobs "${@:2}" > log 2>&1 || true
  paste -sd' ' seen
}

for version in 0.36.2 1.33.0 2.4.0; do
  python_with $version "huggingface_hub[cli]==$version"
  case $version in 0.36.2) wanted=/api/repos/create ;; *) wanted=/api/buckets/acme/jobs-artifacts ;; esac
  script=$(asked $version uv run --detach script.py)
  said=$(grep -m1 -E "^Error|^You don't" log || true)
  echo "hf $version, jobs uv run script.py: $script ($said)"
  [ "$script" = $wanted ] || { cat log; fail "the script, $version"; }
  # 0.36.2 asks huggingface.co for the job itself, whatever HF_ENDPOINT says, so its plain job is not run here.
  [ $version != 0.36.2 ] || continue
  plain=$(asked $version run --detach python:3.12 python -c 'print("hello")')
  echo "hf $version, jobs run: $plain"
  [ "$plain" = /api/jobs/acme ] || { cat log; fail "the plain job, $version"; }
done
echo 'still so'
