import modal
import base64
import sh
from invoke import task
from os import system

MODEL = "acme/in-an-image"
image = modal.Image.debian_slim().pip_install("vllm").run_commands(
    "echo start",
    f"hf download {MODEL}",
    ["hf download acme/in-a-list"],
)


@task
def fetch(c, repo="acme/default"):
    c.run("hf download acme/invoked")
    c.run(f"hf download {repo}")
    other.run("hf download acme/of-another-object")


sh.hf("download", "acme/by-sh", _fg=True)
sh.huggingface_cli("download", "acme/by-old-name")
print("vllm serve acme/printed")
system("hf download acme/imported")
get_ipython().system("hf download acme/exported")
get_ipython().run_cell_magic("bash", "", "cd /tmp\nhf download acme/a-cell\n")
