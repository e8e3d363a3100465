# Sourced by the stages: pinned tools, each fetched when it is missing, and the two Node versions.
set -euo pipefail

ACT_VERSION=v0.2.89
ACTIONLINT_VERSION=v1.7.12
ZIZMOR_VERSION=1.32.0
NODE_OLDEST=20

tools=${XDG_CACHE_HOME:-$HOME/.cache}/hf-auth-preflight/tools
mkdir -p "$tools"

# go_tool NAME MODULE VERSION: prints the path of the program.
go_tool() {
  local folder=$tools/$1-$3
  if [ ! -x "$folder/$1" ]; then
    echo "installing $1 $3" >&2
    GOBIN=$folder GOFLAGS=-modcacherw go install "$2@$3" >&2
  fi
  echo "$folder/$1"
}

actionlint() { "$(go_tool actionlint github.com/rhysd/actionlint/cmd/actionlint "$ACTIONLINT_VERSION")" "$@"; }

zizmor() {
  local folder=$tools/zizmor-$ZIZMOR_VERSION
  if [ ! -x "$folder/bin/zizmor" ]; then
    echo "installing zizmor $ZIZMOR_VERSION" >&2
    rm -rf "$folder"
    python3 -m venv "$folder" >&2
    "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "zizmor==$ZIZMOR_VERSION" >&2
  fi
  "$folder/bin/zizmor" "$@"
}

# The folder of the oldest Node that is supported: the machine's own, else one from its npm package.
node_oldest() {
  local own folder=$tools/node-$NODE_OLDEST
  own=$(dirname "$(command -v node)")
  if [[ $("$own/node" -v) == v$NODE_OLDEST.* ]]; then
    echo "$own"
    return
  fi
  if [ ! -x "$folder/node_modules/node/bin/node" ]; then
    echo "installing node $NODE_OLDEST" >&2
    npm install --silent --no-save --prefix "$folder" "node@$NODE_OLDEST" >&2
  fi
  echo "$folder/node_modules/node/bin"
}

# The folder of the Actions runtime's Node, a development dependency.
node_runtime() { echo "$PWD/node_modules/node/bin"; }

# hub_environments: one Python environment for each version of huggingface_hub that is a witness: the last 0.x, the last
# 1.x and the current one.
hub_environments() {
  local version folder
  for version in 0.36.2 1.33.0 2.4.0; do
    folder=$tools/huggingface_hub-$version
    if [ ! -x "$folder/bin/hf" ]; then
      echo "installing huggingface_hub $version" >&2
      rm -rf "$folder"
      python3 -m venv "$folder" >&2
      "$folder/bin/python" -m pip install --quiet --disable-pip-version-check "huggingface_hub==$version" >&2
    fi
  done
}
