hf download acme/new-a README.md config.json --revision 1.0 --token $HF_TOKEN
hf download --repo-type=dataset acme/new-b
hf download acme/new-c --include "*.safetensors" --exclude "*.bin" --cache-dir /c --max-workers 4
hf download datasets/acme/new-d
hf download https://huggingface.co/acme/new-e
hf cache ls
hf repo create acme/created --private
hf repos create acme/created-2 --repo-type dataset
hf jobs run --flavor a10g-small -v hf://acme/mounted:/model python:3.12 python -c "print(1)"
hf jobs uv run --flavor a100-large --secrets HF_TOKEN train.py --model_name_or_path acme/job-model
hf sync hf://buckets/acme/bkt ./local
hf auth whoami && hf models info acme/info-m
hf upload-large-folder acme/up --repo-type=model ./big
HF_HUB_OFFLINE=0 HF_XET_HIGH_PERFORMANCE=1 hf download acme/prefixed
time hf download acme/timed > log.txt 2>&1 || echo failed
(cd models && hf download acme/subshell)
if ! hf download acme/if-not; then exit 1; fi
hf download acme/semi; hf download acme/semi-2
path=$(hf download acme/captured)
GIT_LFS_SKIP_SMUDGE=1 git clone https://huggingface.co/acme/skip-smudge
git clone git@hf.co:datasets/acme/ssh-clone
git submodule add https://hf.co/acme/sub third/sub
curl -sSfL -H "Authorization: Bearer $HF_TOKEN" https://huggingface.co/acme/curled/resolve/main/config.json
curl -s https://huggingface.co/api/models/acme/api-info | jq .sha
aria2c -x 16 "https://huggingface.co/datasets/acme/aria/resolve/main/a.tar?download=true"
wget https://hf-mirror.com/acme/mirrored/resolve/main/x.bin
echo "hf download acme/echoed"
# hf download acme/commented
cat <<'EOF' > script.sh
hf download acme/written
EOF
