set -e
python -c "from transformers import AutoModel; AutoModel.from_pretrained('acme/in-python')"
python - <<'EOS'
from huggingface_hub import snapshot_download
snapshot_download("acme/in-heredoc")
EOS


bash -c "hf download acme/in-bash-c --repo-type dataset"
DIR=$(hf download acme/in-substitution --quiet)
