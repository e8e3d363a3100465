# Read by each script: a temporary folder with an empty home in it, ways to install pinned packages there, servers on loopback,
# and an end that leaves nothing behind. Ends with 1 where something is no longer seen, with 2 where it could not be installed.
set -euo pipefail

support=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
mkdir "$work/home"
servers=()

finish() {
  [ ${#servers[@]} = 0 ] || kill "${servers[@]}" 2> /dev/null || true
  rm -rf "$work"
}
trap finish EXIT

fail() {
  echo "no longer so: $1"
  exit 1
}

# or_stop COMMAND...: runs it quietly; where it fails, shows what it said and ends the script with 2.
or_stop() {
  nice "$@" > "$work/log" 2>&1 || { cat "$work/log"; exit 2; }
}

# python_with NAME PACKAGE==VERSION...: packages of PyPI in the environment $work/NAME.
python_with() {
  or_stop python3 -m venv "$work/$1"
  or_stop "$work/$1/bin/python" -m pip install --quiet --disable-pip-version-check "${@:2}"
}

# node_with PACKAGE@VERSION...: packages of npm in $work/npm, where a program must lie to import them.
node_with() {
  or_stop npm install --prefix "$work/npm" --no-audit --no-fund --silent "$@"
}

# debian_with PACKAGE=VERSION...: packages of Debian, unpacked in $work/root; the machine's own stay as they are.
debian_with() {
  or_stop env -C "$work" apt-get download -q "$@"
  for package in "$work"/*.deb; do or_stop dpkg -x "$package" "$work/root"; done
}

# go_with FOLDER MODULE@VERSION...: builds the program FOLDER/main.go with these modules, as FOLDER/ask.
go_with() {
  or_stop env -C "$1" go mod init ask
  or_stop env -C "$1" GOFLAGS=-modcacherw go get "${@:2}"
  or_stop env -C "$1" GOFLAGS=-modcacherw go build -o ask .
}

# rust_with FOLDER 'CRATE = VERSION'...: builds the program FOLDER/src/main.rs with these crates, as FOLDER/target/debug/ask.
rust_with() {
  printf '%s\n' '[package]' 'name = "ask"' 'version = "0.1.0"' 'edition = "2021"' '[dependencies]' "${@:2}" > "$1/Cargo.toml"
  or_stop env -C "$1" cargo build --quiet
}

# serve PROGRAM [FOLDER]: starts a server written with serving.py. Its address is $hub, its port $port; it notes what it is asked
# in FOLDER/seen (else $work/seen).
serve() {
  local folder=${2:-$work}
  mkdir -p "$folder"
  PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=$support python3 "$1" "$folder" > "$folder/server.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 100); do [ -e "$folder/port" ] || sleep 0.1; done
  [ -e "$folder/port" ] || { cat "$folder/server.log"; exit 2; }
  port=$(cat "$folder/port")
  hub=http://127.0.0.1:$port
}

# alone [VARIABLE=VALUE...] COMMAND...: runs it with an empty home and no variables but these.
alone() {
  env -i "HOME=$work/home" PATH=/usr/bin:/bin HF_HUB_DISABLE_UPDATE_CHECK=1 HF_HUB_DISABLE_PROGRESS_BARS=1 "$@"
}
