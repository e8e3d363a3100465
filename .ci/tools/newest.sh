# The newest version of every tool that comes from PyPI or npm, against what docs/credentials.md says of the pinned one. Writes the differences
# to the file that is named, and fails where there are any.
. .ci/lib.sh
report=$1
chosen=$(TOOLS_ALL=light node --import ./scripts/run-ts.mjs __tests__/slow/tools/list.ts | tr ' ' '\n' | grep -E '^(python|node)/')
# One that cannot be had in its newest version is named, and is no difference.
bash .ci/tools/install.sh newest $chosen | tee "$report"
here=$(for one in $chosen; do grep -qx "not installed: $one" "$report" || echo "$one"; done)
# The tests are named by the pinned versions; these are the ones that run.
for one in $here; do
  name=${one#*/}
  if [ "${one%%/*}" = python ]; then
    sed 's/[=[].*//' ".ci/tools/python/$name.in" | while read -r package; do grep -i "^$package==" "$tools/$name-newest.txt" | cut -d ' ' -f 1; done
  else
    node -p "const { dependencies } = require('$tools/node-$name-newest/package.json'); Object.keys(dependencies).map((one) => one + ' ' + require('$tools/node-$name-newest/node_modules/' + one + '/package.json').version).join('\n')"
  fi | sed "s#^#runs for $one: #"
done | tee -a "$report"
TOOLS_ONLY=$(echo $here) TOOLS_WHICH=-newest TOOLS_CACHE=$tools bash .ci/tools/inside.sh npm run --silent jest -- \
  --testPathIgnorePatterns=/node_modules/ --runTestsByPath __tests__/slow/tools.test.ts 2>&1 | tee -a "$report"
