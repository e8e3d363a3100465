hf models info acme/info
hf datasets info acme/data-info --revision v2
docker model run hf.co/acme/runner:Q4
docker model run ai/smollm2
lerobot-train --policy.path=acme/trained --dataset.repo_id=acme/episodes
lerobot-record --dataset.repo_id=acme/written
