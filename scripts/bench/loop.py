"""The client's own way: auth_check for each repo, in a loop or in 32 threads. Arguments: mode, count."""

import sys
from concurrent.futures import ThreadPoolExecutor

from huggingface_hub import HfApi

mode, count = sys.argv[1], int(sys.argv[2])
api = HfApi()
ids = [f"ada/model-{index}" for index in range(count)]
if mode == "loop":
    for repo_id in ids:
        api.auth_check(repo_id)
else:
    with ThreadPoolExecutor(32) as pool:
        list(pool.map(api.auth_check, ids))
