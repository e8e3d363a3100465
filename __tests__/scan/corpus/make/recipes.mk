export DATA = acme/exported
ORG := acme
once: ; hf download $(ORG)/on-one-line
all:
	-hf download $(DATA) \
	  --repo-type dataset
	for m in acme/looped acme/looped-too; do hf download $$m; done
