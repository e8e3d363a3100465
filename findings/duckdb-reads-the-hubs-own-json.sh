#!/usr/bin/env bash
# Surprise: DuckDB reads the list behind `hf://datasets/acme/data/*.csv` only in JSON without blanks, as the Hub writes it. From a server that writes
# `"type": "file"` with a blank, as Python's json.dumps does, it is "Failed to parse list result"; and the header for the next page may
# have no parameter but `rel="next"`, in quotes. polars takes each list, and without the quotes ends after the first page, silently.
#
# Software: duckdb 1.5.5 with its httpfs from duckdb-extension-httpfs 1.5.5, polars 2.1.0 (all PyPI).
# Guess beforehand: JSON is read as JSON, and the header by its standard (RFC 8288).
# Seen: as above; another order of the keys is read, and so is a relative address of the next page by DuckDB. polars has an error for that.
#
# Who meets it: mirrors and registries that write the lists of files anew, and stand-ins for the Hub in tests. A single file of the
# same dataset is read well.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

python_with venv duckdb==1.5.5 duckdb-extension-httpfs==1.5.5 polars==2.1.0
"$BASH" "$support/certificate.sh" "$work"
cat > "$work/server.py" << 'PY'
"""acme/data has one file on each of two pages. The file `form` says how the list is written."""
import json
from serving import Handler, said, serve

ROWS = b"n\n1\n2\n"

class Lists(Handler):
    def do_GET(self):
        path, _, query = self.path.partition("?")
        form = said("form")
        if "/tree/" not in path:
            part = self.headers.get("range", "").removeprefix("bytes=").partition("-")
            if not part[1]:
                return self.answer(200, ROWS, accept_ranges="bytes", etag='"b"')
            first, last = (int(part[0]), int(part[2] or len(ROWS) - 1)) if part[0] else (0, len(ROWS) - 1)
            last = min(last, len(ROWS) - 1)
            return self.answer(206, ROWS[first : last + 1], content_range=f"bytes {first}-{last}/{len(ROWS)}", etag='"b"')
        second = "cursor=x" in query
        entry = {"type": "file", "oid": "b" * 40, "size": len(ROWS), "path": "second.csv" if second else "first.csv"}
        if form == "order":
            entry = dict(reversed(entry.items()))
        body = json.dumps([entry], separators=None if form == "blanks" else (",", ":")).encode()
        place = ("" if form == "relative" else "https://huggingface.co") + path + "?cursor=x"
        rel = {"unquoted": "rel=next", "title": 'title="more"; rel="next"'}.get(form, 'rel="next"')
        self.answer(200, body, content_type="application/json", **({} if second else {"link": f"<{place}>; {rel}"}))

serve(Lists)
PY
serve "$work/server.py"
cat > "$work/read.py" << 'PY'
import glob, os, sys

program, port, authority = sys.argv[1:]
pattern = "hf://datasets/acme/data/*.csv"
try:
    if program == "polars":
        import polars
        print(polars.scan_csv(pattern).collect().height, "rows")
    else:
        import duckdb, duckdb_extension_httpfs
        [extension] = glob.glob(os.path.dirname(duckdb_extension_httpfs.__file__) + "/**/*.duckdb_extension", recursive=True)
        db = duckdb.connect()
        db.execute(f"LOAD '{extension}'")
        db.execute(f"SET http_proxy = '127.0.0.1:{port}'")
        db.execute(f"SET ca_cert_file = '{authority}'")
        print(*db.execute(f"SELECT count(*) FROM read_csv('{pattern}')").fetchone(), "rows")
except Exception as error:
    print(str(error).splitlines()[0][:58])
PY

while IFS='|' read -r form duckdb polars; do
  echo "$form" > "$work/form"
  for program in duckdb polars; do
    got=$(alone "HTTPS_PROXY=$hub" "SSL_CERT_FILE=$work/root.pem" timeout 60 "$work/venv/bin/python" "$work/read.py" $program "$port" "$work/root.pem" 2> "$work/log") || { cat "$work/log"; fail "$program, $form"; }
    printf '%-9s %-7s %s\n' "$form" $program "$got"
    [ "$got" = "${!program}" ] || fail "$program, $form"
  done
done << 'CASES'
hub|4 rows|4 rows
order|4 rows|4 rows
blanks|IO Error: Failed to parse list result|4 rows
unquoted|IO Error: Failed to parse Link header for paginated respon|2 rows
title|IO Error: Unexpected link header for huggingface paginatio|4 rows
relative|4 rows|builder error
CASES
echo 'still so'
