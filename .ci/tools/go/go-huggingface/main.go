// Asks about the repo with github.com/gomlx/go-huggingface.
package main

import (
	"fmt"

	"github.com/gomlx/go-huggingface/hub"
)

func main() {
	_, err := hub.New("acme/private").DownloadFile("config.json")
	fmt.Println(err)
}
