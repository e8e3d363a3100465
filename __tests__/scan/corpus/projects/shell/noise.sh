set -e
docker pull vllm/vllm-openai:latest
docker push ghcr.io/acme/image:tag
git clone https://github.com/huggingface/transformers
pip install git+https://github.com/acme/pkg@main
aws s3 cp s3://bucket/acme/model ./models/acme
gsutil -m rsync -r gs://acme/data data/acme
npm install @huggingface/hub @xenova/transformers
conda install -c conda-forge/label/rc pytorch/nightly
kubectl apply -f k8s/deploy.yaml -n acme/ns
gh repo clone acme/tool
gh release download v1 -R acme/tool
brew install acme/tap/tool
tar xzf data/acme.tgz -C models/acme
python train.py --output_dir runs/acme --log-dir logs/x --config configs/base.yaml
python tools/convert.py models/llama out/llama
pytest tests/test_models/test_a.py -k "acme/model"
kaggle datasets download -d acme/kaggle-set
modelscope download --model qwen/Qwen2-7B
curl -H "Accept: application/json" https://api.example.com/v1/models/acme
wandb sync runs/acme
cmake --build build/release
python -m pip install -r requirements/dev.txt
