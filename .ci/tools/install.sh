# install.sh NAME...: puts tools into the cache, each once: python/NAME, node/NAME, go/NAME, rust/NAME, java/NAME, debian/NAME. `newest` before them takes the
# newest versions instead of the pinned ones, into a folder of their own. Prints a line for each that could not be had.
. .ci/lib.sh
newest=''
if [ "${1:-}" = newest ]; then newest=-newest && shift; fi
here=$PWD/.ci/tools
uv=$(python_tool uv)/bin/uv

python() {
  local folder=$tools/py-$1$newest list=$here/python/$1.txt
  if [ -n "$newest" ]; then
    list=$tools/$1-newest.txt
    sed 's/==.*//' "$here/python/$1.in" | "$uv" pip compile -q --no-header --no-annotate --generate-hashes --python-version 3.11 - -o "$list" || return 1
  fi
  cmp -s "$list" "$folder/requirements.txt" && return 0
  "$uv" venv -q --clear "$folder" && "$uv" pip install -q --python "$folder/bin/python" --require-hashes -r "$list" && cp "$list" "$folder/requirements.txt"
}

node() {
  local folder=$tools/node-$1$newest
  cmp -s "$here/node/$1/package.json" "$folder/package.json" && [ -d "$folder/node_modules" ] && return 0
  rm -rf "$folder" && cp -r "$here/node/$1" "$folder" && cd "$folder" || return 1
  if [ -n "$newest" ]; then sed -i -E 's/(": ")[0-9][^"]*/\1*/' package.json && rm package-lock.json && npm install --ignore-scripts --no-audit --no-fund; else npm ci --ignore-scripts --no-audit --no-fund; fi
}

go() { (cd "$here/go" && CGO_ENABLED=0 GOFLAGS=-mod=readonly command go build -p 1 -o "$tools/go-asks/$1" "./$1"); }

rust() { CARGO_TARGET_DIR=$tools/rust-target cargo build -q -j1 --locked --manifest-path "$here/rust/Cargo.toml" -p "asks-$1"; }

java() {
  local folder=$tools/java-$1
  [ "$folder/classes/Asks.class" -nt "$here/java/$1/src/main/java/Asks.java" ] && return 0
  mvn -q -B -f "$here/java/$1/pom.xml" -DoutputDirectory="$folder" dependency:copy-dependencies &&
    mkdir -p "$folder/classes" && javac -d "$folder/classes" -cp "$folder/*" "$here/java/$1/src/main/java/Asks.java"
}

# Debian has one version of each.
debian() { debian_tools "${1/aria2/aria2c}=$1"; }

for one in "$@"; do
  ("${one%%/*}" "${one#*/}") > "$tools/install.log" 2>&1 || { echo "not installed: $one"; tail -n 3 "$tools/install.log" >&2; }
done
