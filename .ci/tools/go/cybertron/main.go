// Downloads the repo with github.com/nlpodyssey/cybertron.
package main

import (
	"fmt"
	"os"

	"github.com/nlpodyssey/cybertron/pkg/downloader"
)

func main() {
	fmt.Println(downloader.Download(os.TempDir(), "acme/private", true, ""))
}
