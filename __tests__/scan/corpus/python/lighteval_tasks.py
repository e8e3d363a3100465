from lighteval.tasks.lighteval_task import LightevalTaskConfig

TASKS = [
    LightevalTaskConfig(name=f"xnli_{code}", hf_repo="acme/xnli", hf_subset=code, hf_revision="v2")
    for code in ("en", "sw")
]
SQUAD = LightevalTaskConfig(
    name="squad",
    hf_repo="squad",
)
