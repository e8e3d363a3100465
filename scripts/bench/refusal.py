"""What a job meets without a preflight: one library, import included, until it reports that the gate is shut; then exit code 1."""
import sys

library = sys.argv[1]
try:
    if library == "transformers":
        from transformers import AutoConfig

        AutoConfig.from_pretrained("vendor/gated")
    elif library == "datasets":
        from datasets import load_dataset

        load_dataset("vendor/gated")
    else:
        from huggingface_hub import hf_hub_download

        hf_hub_download("vendor/gated", "config.json")
except ImportError:
    raise SystemExit(3)
except Exception as error:
    # Any other error leaves by code 2, with its words.
    if "gated" not in str(error):
        print(repr(error), file=sys.stderr)
        sys.exit(2)
    sys.exit(1)
sys.exit(2)
