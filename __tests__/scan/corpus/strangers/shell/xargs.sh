#!/usr/bin/env bash
set -euo pipefail
printf '%s\n' acme/x1 acme/x2 | xargs -n1 hf download
printf "acme/x3\nacme/x4\n" | xargs -P4 -I{} huggingface-cli download {} --quiet
cat <<'EOF' | while read -r repo rev; do hf download "$repo" --revision "$rev"; done
acme/x5 r1
acme/x6 r2
EOF
xargs -a repos.txt -n1 hf download
parallel -j4 hf download {} ::: acme/p1 acme/p2
for pair in "acme/q1:main" "acme/q2:dev"; do
  IFS=: read -r repo rev <<< "$pair"
  hf download "$repo" --revision "$rev"
done
echo "hf download acme/only-printed"
grep -r "vllm serve acme/grepped" docs || true
