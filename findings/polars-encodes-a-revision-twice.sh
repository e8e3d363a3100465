#!/usr/bin/env bash
# Surprise: an hf:// address with an encoded slash in its revision, `@refs%2Fpr%2F1`, makes polars encode it once more and ask
# for a revision with percent signs in its name (`refs%252Fpr%252F1`). huggingface_hub and DuckDB ask for what is meant.
#
# Software: polars 2.1.0; duckdb 1.5.5 with its httpfs from duckdb-extension-httpfs 1.5.5; huggingface_hub 2.4.0 (all PyPI).
# Guess beforehand: polars undoes the encoding, as huggingface_hub's file system does, or leaves it alone, as DuckDB does.
# Seen: polars …/resolve/refs%252Fpr%252F1/x.parquet; duckdb …/resolve/refs%2Fpr%2F1/x.parquet; huggingface_hub
# …/revision/refs%2Fpr%2F1.
#
# Who meets it: jobs that read a pull request's data before it is merged. The Hub's answer is a 404, or a 401 where the repo is
# gated or private, which looks like a matter of the token.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv polars==2.1.0 duckdb==1.5.5 duckdb-extension-httpfs==1.5.5 huggingface_hub==2.4.0

bash "$support/certificate.sh" "$work"

serve "$support/refusing_hub.py"

cat > "$work/read_polars.py" << 'PY'
import sys, polars
polars.scan_parquet(sys.argv[1]).collect()
PY
cat > "$work/read_duckdb.py" << 'PY'
import glob, os, sys, duckdb, duckdb_extension_httpfs

folder = os.path.dirname(duckdb_extension_httpfs.__file__)
[extension] = glob.glob(folder + "/**/*.duckdb_extension", recursive=True)
db = duckdb.connect()
db.execute(f"LOAD '{extension}'")
db.execute(f"SET http_proxy = '127.0.0.1:{sys.argv[2]}'")
db.execute(f"SET ca_cert_file = '{sys.argv[3]}'")
db.execute(f"SELECT * FROM read_parquet('{sys.argv[1]}')")
PY
cat > "$work/read_hub.py" << 'PY'
import sys, huggingface_hub
huggingface_hub.HfFileSystem(token=False).info(sys.argv[1])
PY
# ask PROGRAM ADDRESS: the addresses of the file's route or of the revision's, each once.
ask() {
  rm -f "$work/seen"
  alone "HTTPS_PROXY=$hub" "SSL_CERT_FILE=$work/root.pem" \
    timeout 100 "$work/venv/bin/python" "$work/read_$1.py" "$2" "$port" "$work/root.pem" > "$work/out" 2>&1 || true
  sed -n 's/^[A-Z]* \(.*[/]\(resolve\|revision\)[/].*\) .*$/\1/p' "$work/seen" | sort -u
}

encoded='hf://datasets/acme/data@refs%2Fpr%2F1/x.parquet'
polars=$(ask polars "$encoded")
duck=$(ask duckdb "$encoded")
hub=$(ask hub "$encoded")
printf '%s\n' "polars 2.1.0:          $polars" "duckdb 1.5.5:          $duck" "huggingface_hub 2.4.0: $hub"
[ "$polars" = /datasets/acme/data/resolve/refs%252Fpr%252F1/x.parquet ] || fail 'polars'
[ "$duck" = /datasets/acme/data/resolve/refs%2Fpr%2F1/x.parquet ] || fail 'duckdb'
[ "$hub" = /api/datasets/acme/data/revision/refs%2Fpr%2F1 ] || fail 'huggingface_hub'
echo 'still so'
