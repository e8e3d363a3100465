import asyncio
import os
import shlex
import subprocess
import sys
from subprocess import Popen as start

REPO = "acme/constant"
DATA = "acme/corpus"
subprocess.run(["hf", "download", "acme/listed", "--revision", "v1"], check=True)
subprocess.check_call(["huggingface-cli", "download", DATA, "--repo-type", "dataset"])
start(["vllm", "serve", "acme/served"])
os.system("vllm serve acme/system")
subprocess.run("huggingface-cli download acme/shell --quiet", shell=True)
subprocess.run(f"hf download {REPO} --local-dir {os.getcwd()}", shell=True)
subprocess.check_output(
    """
    set -e
    hf download acme/second-line
    hf download \
        acme/after-a-break
    """,
    shell=True,
)
server = shlex.split("vllm serve acme/split --port 8000")
subprocess.Popen(server)
subprocess.run("hf download acme/method".split())
words = ["hf", "download"]
words.append("acme/appended")
words += ["--revision", "v2"]
subprocess.run(words)
COMMAND = [
    sys.executable,
    "-m",
    "vllm.entrypoints.openai.api_server",
    "--model",
    "acme/a-module",
]
subprocess.Popen(COMMAND + ["--port", "8000"])
subprocess.run([sys.executable, "train.py", "--model_name_or_path", "acme/trained"])
subprocess.run(["bash", "-c", "hf download acme/in-a-shell"])
os.execvp("vllm", ["vllm", "serve", "acme/replaced"])
os.execlp("hf", "hf", "download", "acme/replaced-too")
for name in ["acme/first", "acme/second"]:
    subprocess.run(["hf", "download", name])
    os.system(f"hf download {name} --repo-type dataset")
subprocess.run("hf download {}".format(REPO), shell=True)
subprocess.run("git clone https://huggingface.co/acme/cloned", shell=True)
subprocess.run(["git", "clone", "https://github.com/acme/elsewhere"])


async def main():
    await asyncio.create_subprocess_exec("hf", "download", "acme/exec")
    await asyncio.create_subprocess_exec(*["hf", "download"], "acme/unpacked")
    await asyncio.create_subprocess_shell("hf download acme/in-async")


def fetch(repo):
    subprocess.run(["hf", "download", repo])
    subprocess.run(f"hf download {repo}", shell=True)


def serve(model="acme/default"):
    import subprocess

    subprocess.run(["vllm", "serve", model])


def ready(arguments):
    subprocess.run(["vllm", "serve", *arguments])
    subprocess.run(["vllm", "serve"] + arguments)
    subprocess.run(["hf", "download", os.environ["MODEL"]])
    subprocess.run("hf download $MODEL", shell=True)
    subprocess.run("hf download %s" % arguments[0].name, shell=True)
    subprocess.run(["hf", "download", os.path.join("models", "a")])
    subprocess.run(["hf", "download", "acme/unseen"])  # hf-auth-preflight: ignore
    subprocess.run(["hf", "auth", "whoami"])
    subprocess.run(["echo", "hf", "download", "acme/said"])
    run(["hf", "download", "acme/of-nobody"])
