#!/usr/bin/env bash
# Surprise: the first look at `st.secrets` writes every value at the top of .streamlit/secrets.toml into the environment, over what the job
# has set there. A look at another name is enough. From then on all clients of the process send the file's HF_TOKEN.
#
# Software: streamlit 1.67.0.
# Guess beforehand: st.secrets is a reader of its own; the environment stays as it is, or at most gets what it has not.
# Seen: HF_TOKEN is the job's before, and the file's after `st.secrets.get("OTHER")`. A value in a section leaves it alone.
#
# Who meets it: tests and start-up checks of apps for Spaces that have a secrets.toml with a local token or a placeholder. The
# Hub is asked with two different tokens within one run.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv streamlit==1.67.0
mkdir -p "$work/app/.streamlit"
cd "$work/app"
cat > app.py << 'PY'
import os, streamlit
before = os.environ["HF_TOKEN"]
streamlit.secrets.get("OTHER")
print(before, os.environ["HF_TOKEN"])
PY

for form in top section; do
  case $form in
    top) echo 'HF_TOKEN = "hf_file"' > .streamlit/secrets.toml && wanted=hf_file ;;
    section) printf '%s\n' '[hub]' 'HF_TOKEN = "hf_file"' > .streamlit/secrets.toml && wanted=hf_job ;;
  esac
  read -r before after < <(alone HF_TOKEN=hf_job "$work/venv/bin/python" app.py 2> "$work/log") || { cat "$work/log"; fail "$form"; }
  echo "$form: $before, then $after"
  [ "$before $after" = "hf_job $wanted" ] || fail "$form"
done
echo 'still so'
