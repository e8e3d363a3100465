// Downloads the repo with github.com/knights-analytics/hugot.
package main

import (
	"fmt"
	"os"

	"github.com/knights-analytics/hugot"
)

func main() {
	options := hugot.NewDownloadOptions()
	options.MaxRetries = 1
	_, err := hugot.DownloadModel("acme/private", os.TempDir(), options)
	fmt.Println(err)
}
