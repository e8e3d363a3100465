MODELS=(acme/first "acme/second")
for model in "${MODELS[@]}"; do
  hf download "$model"
done
hf download "${MODELS[1]}"
for model in acme/third \
  acme/fourth; do hf download "$model"; done
case "$1" in
  small) SIZE=acme/of-a-case ;;
  *) SIZE=acme/of-another-case ;;
esac
hf download "$SIZE"
SIZE=acme/given-later
hf download "$SIZE"
: "${LAST:=acme/assigned-default}"
hf download "$LAST"
SERVE=(acme/spread --revision v3)
vllm serve "${SERVE[@]}"
for model in $(cat models.txt); do hf download "$model"; done
xargs -n1 hf download < models.txt
NAMES=(
  acme/on-a-line # the first
  "acme/on-another-line"
)
for name in "${NAMES[@]}"; do
  hf download "$name"
done
