import os
import shlex
import subprocess

HF = "hf"
LISTS = {"small": ["hf", "download", "acme/in-a-dictionary"]}


class Fetcher:
    COMMAND = ["hf", "download", "acme/of-the-class"]

    def __init__(self):
        self.command = ["hf", "download", "acme/of-self"]
        self.text = "hf download acme/text-of-self"

    def fetch(self):
        subprocess.run(self.command)
        subprocess.run(self.COMMAND)
        os.system(self.text)


if os.name == "nt":
    command = ["hf", "download", "acme/a-list"]
else:
    command = "hf download acme/a-text"
subprocess.run(command)
os.system("hf download acme/if" if HF else "hf download acme/else")
subprocess.run(" ".join(["hf", "download", "acme/joined"]), shell=True)
subprocess.run(shlex.join(["hf", "download", HERE]), shell=True)
for line in ["hf download acme/a-line", "hf download acme/another-line"]:
    os.system(line)
for words in [["hf", "download", "acme/words"], ["hf", "download", "acme/more-words"]]:
    subprocess.run(words)
subprocess.run(LISTS["small"])
subprocess.run([HF, "download", "acme/named-tool"])


def by_default(words=["hf", "download", "acme/by-default"]):
    subprocess.run(words, check=True)


def passed_words(words):
    subprocess.run(words, check=True)


def passed_text(text):
    subprocess.run(shlex.split(text), check=True)


passed_words(["hf", "download", "acme/passed-words"])
passed_text("hf download acme/passed-text")
subprocess.run(
    [
        "bash",
        "-lc",
        """
        set -e
        hf download acme/lines-of-a-word
        """,
    ]
)
os.system("hf download 'acme/quoted' && vllm serve \"acme/behind\"")
os.system('hf download "' + HERE + '"')
subprocess.run(["python", "-c", "from transformers import pipeline\npipeline('fill-mask', model='acme/in-python')"])
subprocess.run(["docker", "run", "vllm/vllm-openai", "--model", "acme/in-a-container"])
base = ["vllm", "serve"]
subprocess.run([*base, "acme/behind-a-list"])
subprocess.run(["vllm", "serve", os.getenv("MODEL", "acme/stand-in")])
os.system(f"vllm serve {os.environ['MODEL']} --port 8000")
