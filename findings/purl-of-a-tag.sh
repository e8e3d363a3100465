#!/usr/bin/env bash
# Surprise: a package URL with the tag `v1.0-RC1`, `pkg:huggingface/Acme/Model@v1.0-RC1`, comes out of every library as `@v1.0-rc1`, another tag, or none:
# the type's version is made lower-case, as if it were always a commit. Only Go's constructor leaves it, until the text is read again.
#
# Software: packageurl-python 0.17.6 (PyPI), packageurl-js 2.0.1 (npm), packageurl 0.7.1 (a Rust crate), packageurl-go 0.1.7 (Go module).
# Guess beforehand: a version is kept as it is, as are the owner and the name of the same URL; revisions of the Hub are case-sensitive.
# Seen: as above.
#
# Who meets it: lists of a product's models (SBOM, ML-BOM) that name them by tag. Who downloads what the list says is told that the
# revision does not exist.
. "$(dirname "${BASH_SOURCE[0]}")/support/common.sh"

mkdir -p "$work/rust/src" "$work/go"
cat > "$work/read.py" << 'PY'
import sys
from packageurl import PackageURL
tag = sys.argv[1]
print(PackageURL("huggingface", "Acme", "Model", tag), PackageURL.from_string("pkg:huggingface/Acme/Model@" + tag))
PY
cat > "$work/rust/src/main.rs" << 'RUST'
use packageurl::PackageUrl;

fn main() {
    let tag = std::env::args().nth(1).unwrap();
    let mut made = PackageUrl::new("huggingface", "Model").unwrap();
    made.with_namespace("Acme").unwrap().with_version(tag.clone()).unwrap();
    let read: PackageUrl = format!("pkg:huggingface/Acme/Model@{tag}").parse().unwrap();
    println!("{made} {read}");
}
RUST
cat > "$work/go/main.go" << 'GO'
package main

import (
	"fmt"
	"os"

	"github.com/package-url/packageurl-go"
)

func main() {
	tag := os.Args[1]
	made := packageurl.NewPackageURL("huggingface", "Acme", "Model", tag, nil, "")
	read, err := packageurl.FromString("pkg:huggingface/Acme/Model@" + tag)
	if err != nil {
		panic(err)
	}
	fmt.Println(made.ToString(), read.ToString())
}
GO
python_with venv packageurl-python==0.17.6
node_with packageurl-js@2.0.1
rust_with "$work/rust" 'packageurl = "=0.7.1"'
go_with "$work/go" github.com/package-url/packageurl-go@v0.1.7
cat > "$work/npm/read.mjs" << 'JS'
import { PackageURL } from 'packageurl-js';

const tag = process.argv[2];
console.log(`${new PackageURL('huggingface', 'Acme', 'Model', tag)} ${PackageURL.fromString('pkg:huggingface/Acme/Model@' + tag)}`);
JS

kept=pkg:huggingface/Acme/Model@v1.0-RC1
lower=pkg:huggingface/Acme/Model@v1.0-rc1
for library in python javascript rust go; do
  case $library in
    python) program=("$work/venv/bin/python" "$work/read.py") ;;
    javascript) program=(node "$work/npm/read.mjs") ;;
    rust) program=("$work/rust/target/debug/ask") ;;
    go) program=("$work/go/ask") ;;
  esac
  got=$(alone "PATH=$PATH" "${program[@]}" v1.0-RC1 2> "$work/log") || { cat "$work/log"; fail $library; }
  echo "$library: made ${got% *}, read ${got#* }"
  case $library in go) wanted="$kept $lower" ;; *) wanted="$lower $lower" ;; esac
  [ "$got" = "$wanted" ] || fail $library
done
echo 'still so'
