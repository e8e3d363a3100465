#!/usr/bin/env bash
# Surprise: a failing test prints the value of every argument on the way, so a fixture `hf_token` and the `token` of the function
# below it are in the log, without --showlocals. loguru's `exception` prints it too. Sentry's filter takes out `token` and `api_key`,
# and sends `hf_token`, `HF_TOKEN` and `access_token` as they are: it knows names, and no part of a name.
#
# Software: pytest 9.2.0, loguru 0.7.3, sentry-sdk 2.75.0.
# Guess beforehand: values are shown on request alone, and a filter that knows `token` knows `hf_token`.
# Seen: as above. A list of its own, or --tb=short for pytest, or diagnose=False for loguru, keeps it back.
#
# Who meets it: tests against the Hub. GitHub masks what it knows as a secret; a token by OIDC that a program exchanged itself,
# one from a file, and the reports and artifacts are not masked.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv pytest==9.2.0 loguru==0.7.3 sentry-sdk==2.75.0
cd "$work"
cat > test_ask.py << 'PY'
import pytest

@pytest.fixture
def hf_token():
    return "hf_invented"

def ask(token):
    raise RuntimeError("refused")

def test_ask(hf_token):
    ask(hf_token)
PY
cat > logged.py << 'PY'
from loguru import logger

def ask(hf_token):
    return {}[hf_token.upper()]

try:
    ask("hf_invented")
except KeyError:
    logger.exception("refused")
PY
cat > reported.py << 'PY'
import sentry_sdk

NAMES = ["token", "api_key", "hf_token", "HF_TOKEN", "access_token"]
sent = []
sentry_sdk.init(dsn="http://key@127.0.0.1:1/1", before_send=lambda event, hint: sent.append(event))

def ask(token, api_key, hf_token, HF_TOKEN, access_token):
    raise RuntimeError("refused")

try:
    ask(*["hf_invented"] * len(NAMES))
except RuntimeError as error:
    sentry_sdk.capture_exception(error)
frame = sent[0]["exception"]["values"][0]["stacktrace"]["frames"][-1]
print(*[name for name in NAMES if "hf_invented" in frame["vars"][name]])
PY

shown() { alone "$work/venv/bin/python" "$@" > out 2>&1 || true; grep -c hf_invented < out || true; }
# The fixture's own line of code is not in the output: what is counted are values.
long=$(shown -m pytest -q -p no:cacheprovider test_ask.py)
short=$(shown -m pytest -q -p no:cacheprovider --tb=short test_ask.py)
echo "pytest: $long lines with the token; with --tb=short: $short"
[ "$long $short" = '2 0' ] || fail pytest
alone venv/bin/python logged.py > out 2>&1
echo "loguru: $(grep -o "└ 'hf_invented'" out)"
grep -q "└ 'hf_invented'" out || fail loguru
names=$(alone venv/bin/python reported.py 2> log) || { cat log; fail 'sentry-sdk'; }
echo "sentry-sdk sends: $names"
[ "$names" = 'hf_token HF_TOKEN access_token' ] || fail sentry-sdk
echo 'still so'
