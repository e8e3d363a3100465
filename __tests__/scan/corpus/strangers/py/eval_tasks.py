from inspect_ai import Task, task, eval
from inspect_ai.dataset import Sample, hf_dataset
from inspect_ai.scorer import match
from lm_eval.models.huggingface import HFLM
import lm_eval
import mteb


@task
def triage():
    return Task(
        dataset=hf_dataset(
            path="acme/triage-eval",
            split="test",
            revision="r2",
            sample_fields=lambda r: Sample(input=r["q"], target=r["a"]),
        ),
        scorer=match(),
    )


eval("triage.py", model="openai/gpt-4o")
lm = HFLM(pretrained="acme/eval-1b", batch_size=8)
lm_eval.simple_evaluate(model="hf", model_args={"pretrained": "acme/eval-2b", "dtype": "bfloat16"}, tasks=["arc_easy"])
model = mteb.get_model("acme/mteb-encoder", revision="main")
tasks = mteb.get_tasks(tasks=["Banking77Classification"])
