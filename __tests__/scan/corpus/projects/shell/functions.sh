#!/bin/bash
get() {
  local repo=$1
  local dir="${2:-models}"
  hf download "$repo" --local-dir "$dir/$repo"
}
function get_data {
  huggingface-cli download --repo-type dataset "$1"
}
fetch_file() {
  wget -c "https://huggingface.co/$1/resolve/main/$2" -O "$2"
}
get acme/fn-1
get "acme/fn-2" /opt/models
get_data acme/fn-data
fetch_file acme/fn-file model.gguf
unused() {
  hf download "$1"
}
for repo in "$@"; do
  hf download "$repo"
done
