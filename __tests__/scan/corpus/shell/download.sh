set -euo pipefail
MODEL=acme/one

hf download "$MODEL"
HF_HUB_ENABLE_HF_TRANSFER=1 huggingface-cli download --repo-type dataset acme/two --revision=main
sudo -E env HF_HOME=/tmp uvx hf download acme/three config.json

hf download "${OTHER:-acme/default}"
hf download "$UNKNOWN" # which one?

git clone https://huggingface.co/acme/five
git clone --depth 1 https://hf.co/datasets/acme/six data
wget -q https://huggingface.co/acme/seven/resolve/main/model.bin
git clone https://github.com/acme/nothing
tune download acme/eight --output-dir /tmp/model
