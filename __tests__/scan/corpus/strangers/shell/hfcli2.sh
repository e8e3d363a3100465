#!/bin/bash
function dl() {
  local repo="$1"; shift
  hf download "$repo" "$@"
}
dl acme/cli-a --include "*.json"
dl "acme/cli-b"
hf download --repo-type dataset acme/cli-ds --revision refs/convert/parquet
hf download acme/cli-c@v1 model.safetensors
uvx --from huggingface_hub hf download acme/cli-uvx
uvx hf download acme/cli-uvx2
hf upload acme/cli-out ./out .
hf repo create acme/cli-new
GIT_LFS_SKIP_SMUDGE=1 git clone --depth 1 -b v2 https://huggingface.co/datasets/acme/cli-git data
git clone https://user:$HF_TOKEN@huggingface.co/spaces/acme/cli-space
wget -q --header="Authorization: Bearer $HF_TOKEN" -O w.bin https://huggingface.co/acme/cli-wget/resolve/main/w.bin
curl -fL "https://huggingface.co/${OWNER:-acme}/cli-curl/resolve/${REV:-main}/m.gguf" -o m.gguf
aria2c -x16 'https://hf.co/datasets/acme/resolve/resolve/main/a.parquet'
python - <<PY
from huggingface_hub import snapshot_download
snapshot_download("acme/cli-heredoc", revision="${REV:-main}")
PY
hf jobs uv run --flavor a10g-small train.py --model_name_or_path acme/cli-jobs --dataset_name acme/cli-jobs-ds
hf cache scan
