hf cp hf://datasets/acme/copied/a.csv .
docker run -v hf://acme/mounted:/data:ro image
git clone git@hf.co:datasets/acme/by-ssh
python -m huggingface_hub.commands.huggingface_cli download acme/by-module
echo "hf://acme/printed"
