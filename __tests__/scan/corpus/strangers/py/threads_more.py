import asyncio
from concurrent.futures import ThreadPoolExecutor, as_completed
from multiprocessing import Pool, Process
from huggingface_hub import snapshot_download, hf_hub_download
from tqdm.contrib.concurrent import thread_map

REPOS = [("acme/a1", "model"), ("acme/a2", "dataset")]


def grab(item):
    repo, kind = item
    return snapshot_download(repo, repo_type=kind)


with ThreadPoolExecutor(8) as ex:
    futs = {ex.submit(grab, it): it for it in REPOS}
    one = ex.submit(hf_hub_download, repo_id="acme/submitted", filename="a.bin")
    for f in as_completed(futs):
        print(f.result())

thread_map(lambda r: snapshot_download(r), ["acme/m1", "acme/m2"])
Process(target=snapshot_download, args=("acme/proc",)).start()
Pool(2).starmap(hf_hub_download, [("acme/star", "x.bin"), ("acme/star2", "y.bin")])


async def main():
    await asyncio.to_thread(snapshot_download, "acme/async", revision="v9")
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, lambda: snapshot_download(repo_id="acme/exec"))
