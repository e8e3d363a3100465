#!/usr/bin/env bash
# Surprise: in a compose file the line `- HF_TOKEN` under `environment`, a name without a value, takes away the HF_TOKEN of `env_file`
# where the shell has none. The container has no variable at all; without the line it has the file's. `${HF_TOKEN}` makes it empty.
#
# Software: compose-go 2.16.2, which docker compose reads its files with.
# Guess beforehand: a name without a value adds the shell's value if there is one, and else leaves the file's.
# Seen: as above. A shell variable that is set and empty counts as well: the container's is empty.
#
# Who meets it: services with the token in an env file for local work and the line for CI. Where the secret is not handed to the
# step, the service asks the Hub without a token, although the file has one.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir "$work/ask" "$work/project"
cat > "$work/ask/main.go" << 'GO'
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions([]string{"compose.yml"}, cli.WithOsEnv, cli.WithEnvFiles(), cli.WithDotEnv, cli.WithName("ask"))
	if err != nil {
		panic(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		panic(err)
	}
	value := project.Services[os.Args[1]].Environment["HF_TOKEN"]
	if value == nil {
		fmt.Println("none")
	} else {
		fmt.Printf("%q\n", *value)
	}
}
GO
go_with "$work/ask" github.com/compose-spec/compose-go/v2/cli@v2.16.2
cd "$work/project"
echo HF_TOKEN=hf_file > a.env
cat > compose.yml << 'YAML'
services:
  file: { image: a, env_file: [a.env] }
  name: { image: a, env_file: [a.env], environment: [HF_TOKEN] }
  value: { image: a, env_file: [a.env], environment: { HF_TOKEN: "${HF_TOKEN}" } }
YAML

for shell in LANG=C HF_TOKEN= HF_TOKEN=hf_shell; do
  for service in file name value; do
    got=$(alone $shell "$work/ask/ask" $service 2> "$work/log") || { cat "$work/log"; fail "$service"; }
    echo "shell: $shell; $service: $got"
    case "$service $shell" in
      file*) wanted='"hf_file"' ;;
      *hf_shell) wanted='"hf_shell"' ;;
      'name LANG=C') wanted=none ;;
      *) wanted='""' ;;
    esac
    [ "$got" = "$wanted" ] || fail "$service, $shell"
  done
done
echo 'still so'
