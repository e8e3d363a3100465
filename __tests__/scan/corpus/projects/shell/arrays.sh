#!/bin/bash
declare -A MODELS=(
  [small]="acme/assoc-small"
  [large]="acme/assoc-large"
)
SIZE=${1:-small}
hf download "${MODELS[$SIZE]}"
for key in "${!MODELS[@]}"; do
  echo "$key"
  hf download "${MODELS[$key]}" --quiet
done
models=("acme/arr-1 main" "acme/arr-2 v2")
for entry in "${models[@]}"; do
  read -r id rev <<< "$entry"
  hf download "$id" --revision "$rev"
done
LIST="acme/str-1 acme/str-2"
for m in $LIST; do hf download $m; done
while read -r m; do
  hf download "$m"
done <<EOF
acme/while-1
acme/while-2
EOF
cat models.txt | xargs -I{} hf download {}
printf '%s\n' acme/piped | xargs hf download
ORG=acme
for n in a b; do
  hf download $ORG/$n-model
done
case $SIZE in
  small) M=acme/case-s;;
  large) M=acme/case-l;;
  *) echo "usage: $0 {small|large}"; exit 1;;
esac
vllm serve "$M" --speculative-config '{"model": "acme/eagle", "num_speculative_tokens": 3}'
