#!/usr/bin/env bash
# Surprise: the Hub's tokens for apps and publishers are JWTs behind a word (`hf_oauth_eyJ…`, `hf_jwt_eyJ…`). With the prefix
# left on, jose's decodeJwt and jwt-decode return the claims as if nothing were odd, while jose's decodeProtectedHeader
# and PyJWT call the same text malformed.
#
# Software: jose 6.2.18, jwt-decode 4.0.0 (npm), PyJWT 2.15.1 (PyPI).
# Guess beforehand: all refuse it, as what stands before the first dot is no base64 of JSON.
# Seen: the two decoders of JavaScript look at the middle part alone; PyJWT: DecodeError; decodeProtectedHeader: TypeError.
#
# Who meets it: a script that shows when the CI's token expires or which repo it is for. One that was tried in JavaScript fails
# when it is written again in Python, and a check "is it a JWT?" gives two answers for one token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

node_with jose@6.2.18 jwt-decode@4.0.0
python_with venv pyjwt==2.15.1

part() { printf '%s' "$1" | base64 | tr -d '=\n' | tr '/+' '_-'; }
jwt=$(part '{"alg":"EdDSA","typ":"JWT"}').$(part '{"sub":"acme","exp":1790000000}').$(part 'no signature')

cat > "$work/npm/read.mjs" << 'JS'
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { jwtDecode } from 'jwt-decode';

for (const read of [decodeJwt, jwtDecode, decodeProtectedHeader]) {
  try {
    console.log(`${read.name}: ${JSON.stringify(read(process.argv[2]))}`);
  } catch (error) {
    console.log(`${read.name}: ${error.name}`);
  }
}
JS
cat > "$work/read.py" << 'PY'
import sys, jwt
try:
    print("PyJWT:", jwt.decode(sys.argv[1], options={"verify_signature": False}))
except jwt.DecodeError as error:
    print("PyJWT:", type(error).__name__)
PY
for prefix in hf_oauth_ hf_jwt_; do
  echo "with the prefix $prefix"
  {
    alone "PATH=$PATH" node "$work/npm/read.mjs" "$prefix$jwt"
    alone "$work/venv/bin/python" "$work/read.py" "$prefix$jwt"
  } | tee "$work/out"
  grep -qx 'decodeJwt: {"sub":"acme","exp":1790000000}' "$work/out" || fail 'decodeJwt'
  grep -qx 'jwtDecode: {"sub":"acme","exp":1790000000}' "$work/out" || fail 'jwt-decode'
  grep -qx 'decodeProtectedHeader: TypeError' "$work/out" || fail 'decodeProtectedHeader'
  grep -qx 'PyJWT: DecodeError' "$work/out" || fail 'PyJWT'
done
echo 'still so'
