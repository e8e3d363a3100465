#!/usr/bin/env bash
# Surprise: the address that the Hub's download button has, `…/rows.csv.gz?download=true`, is another file to pandas and fsspec, which no longer see
# that it is compressed: pandas ends in UnicodeDecodeError, and fsspec gives the compressed bytes, silently. DuckDB's `FROM '…'` cannot read it
# either, though it reads rows.csv and rows.parquet with the same end. wget makes it a part of the file's name.
#
# Software: pandas 3.1.1, fsspec 2026.6.0, polars 2.1.0, datasets 5.2.0, duckdb 1.5.5 with its httpfs from duckdb-extension-httpfs 1.5.5 (PyPI);
# curl 7.88.1 and wget 1.21.3 of Debian 12.
# Guess beforehand: what a file is follows from the path of the address, or from the name that the server sends; only wget is known for it.
# Seen: as above. polars and datasets read all of them, and so does pandas with `compression="gzip"`.
#
# Who meets it: whoever copies the button's link into a job. The same line works as long as the data is not compressed.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv pandas==3.1.1 aiohttp==3.14.5 fsspec==2026.6.0 polars==2.1.0 datasets==5.2.0 duckdb==1.5.5 duckdb-extension-httpfs==1.5.5
debian_with 'curl=7.88.1-10+deb12u*' 'libcurl4=7.88.1-10+deb12u*' 'wget=1.21.3-1+deb12u*'
cat > "$work/server.py" << 'PY'
"""rows.csv and rows.csv.gz, of two rows, by any address."""
import gzip
from serving import Handler, serve

ROWS = b"n\n1\n2\n"

class Files(Handler):
    def do_GET(self):
        name = self.path.partition("?")[0].rpartition("/")[2]
        if not name.startswith("rows.csv"):
            return self.answer(404)
        body = gzip.compress(ROWS) if name.endswith(".gz") else ROWS
        about = {"content_disposition": f'attachment; filename="{name}"', "content_type": "application/octet-stream", "etag": '"b"'}
        first, dash, last = self.headers.get("range", "").removeprefix("bytes=").partition("-")
        if not dash:
            return self.answer(200, body, accept_ranges="bytes", **about)
        first, last = (int(first), int(last or len(body) - 1)) if first else (max(0, len(body) - int(last)), len(body) - 1)
        last = min(last, len(body) - 1)
        self.answer(206, body[first : last + 1], content_range=f"bytes {first}-{last}/{len(body)}", **about)

serve(Files)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
import glob, os, sys

program, address = sys.argv[1:]

def by_duckdb():
    import duckdb, duckdb_extension_httpfs
    [extension] = glob.glob(os.path.dirname(duckdb_extension_httpfs.__file__) + "/**/*.duckdb_extension", recursive=True)
    db = duckdb.connect()
    db.execute(f"LOAD '{extension}'")
    return db.execute(f"SELECT count(*) FROM '{address}'").fetchone()[0]

def by_fsspec():
    import fsspec
    with fsspec.open(address, compression="infer") as file:
        content = file.read()
    return "compressed" if content[:2] == b"\x1f\x8b" else content.count(b"\n") - 1

def by_pandas(**options):
    import pandas
    return len(pandas.read_csv(address, **options))

def by_polars():
    import polars
    return polars.read_csv(address).height

def by_datasets():
    import datasets
    return datasets.load_dataset("csv", data_files=address)["train"].num_rows

readers = {
    "duckdb": by_duckdb, "fsspec": by_fsspec, "pandas": by_pandas, "pandas-gzip": lambda: by_pandas(compression="gzip"),
    "polars": by_polars, "datasets": by_datasets,
}
try:
    print(readers[program]())
except Exception as error:
    print(type(error).__name__)
PY
mkdir "$work/files"
cd "$work/files"
# read_by PROGRAM NAME: what it makes of the file: rows, an error, or the name that it is kept under.
read_by() {
  local address=$hub/datasets/acme/data/resolve/main/$2
  local own=(alone "PATH=$work/root/usr/bin:$PATH" "LD_LIBRARY_PATH=$(echo "$work"/root/usr/lib/*-linux-gnu)")
  rm -f "$work"/files/*
  case $1 in
    curl) "${own[@]}" curl -sfO "$address" ;;
    wget) "${own[@]}" wget -q -t 1 "$address" ;;
    *) alone "$work/venv/bin/python" "$work/read.py" "$1" "$address" 2> "$work/log" ;;
  esac || { cat "$work/log"; exit 2; }
  ls "$work/files"
}
for program in curl wget pandas fsspec duckdb polars datasets; do
  got="$(read_by $program rows.csv?download=true) $(read_by $program rows.csv.gz) $(read_by $program rows.csv.gz?download=true)"
  echo "$program: $got"
  case $program in
    curl) wanted='rows.csv rows.csv.gz rows.csv.gz' ;;
    wget) wanted='rows.csv?download=true rows.csv.gz rows.csv.gz?download=true' ;;
    pandas) wanted='2 2 UnicodeDecodeError' ;;
    fsspec) wanted='2 2 compressed' ;;
    duckdb) wanted='2 2 BinderException' ;;
    *) wanted='2 2 2' ;;
  esac
  [ "$got" = "$wanted" ] || { cat "$work/log"; fail $program; }
done
[ "$(read_by pandas-gzip rows.csv.gz?download=true)" = 2 ] || fail 'pandas with compression'
echo 'still so'
