#!/usr/bin/env bash
# Surprise: `uv auth login huggingface.co --token <token>` succeeds, and what uv then sends to the Hub is not a Bearer token
# but Basic with the user `__token__`, which the Hub takes for no login outside of git. HF_TOKEN in the environment goes as
# Bearer, and goes before the saved login.
#
# Software: uv 0.13.9 (PyPI).
# Guess beforehand: `--token` is the word for a bearer token, the file has a field for the scheme, and uv knows the Hub (it reads
# HF_TOKEN by itself), so it is sent as Bearer.
# Seen, after a first request without any: saved login alone: Basic __token__:<token>; with HF_TOKEN: Bearer <HF_TOKEN>.
#
# Who meets it: installs of wheels from the Hub (`uv pip install https://huggingface.co/…/x.whl`). The login was saved
# without a complaint, so the 401 looks like a bad token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv uv==0.13.9

bash "$support/certificate.sh" "$work"

serve "$support/refusing_hub.py"

uv=(alone "HTTPS_PROXY=$hub" "SSL_CERT_FILE=$work/root.pem")
wheel=https://huggingface.co/acme/model/resolve/main/tool-1.0-py3-none-any.whl
# ask [VARIABLE...]: the credentials of the requests for the wheel, in their order.
ask() {
  rm -f "$work/seen"
  "${uv[@]}" "$@" "$work/venv/bin/uv" pip install --no-cache --python "$work/venv/bin/python" "$wheel" > "$work/out" 2>&1 || true
  sed -n 's/^[A-Z]* [^ ]*whl //p' "$work/seen" | tr '\n' ','
}

"${uv[@]}" "$work/venv/bin/uv" --version
"${uv[@]}" "$work/venv/bin/uv" auth login huggingface.co --token hf_saved
saved=$(ask)
both=$(ask HF_TOKEN=hf_variable)
echo "saved login alone:        $saved"
echo "saved login and HF_TOKEN: $both"
[ "$saved" = "-,Basic $(printf __token__:hf_saved | base64)," ] || fail 'the saved login'
[ "$both" = '-,Bearer hf_variable,' ] || fail 'the saved login and HF_TOKEN'
echo 'still so'
