curl -H "Content-Type: application/json" https://api.example.com/v1/chat
docker pull vllm/vllm-openai
helm install acme/chart
aider --model openai/gpt-4o
python train.py --model resnet50 --data train/images
echo "hf download acme/in-quotes"
# hf download acme/in-a-comment
cd acme/folder && make
pip install vllm transformers
git commit -m "vllm serve acme/in-a-message"
