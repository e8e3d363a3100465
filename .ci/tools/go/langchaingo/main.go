// Asks for an inference with github.com/tmc/langchaingo.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/tmc/langchaingo/llms"
	"github.com/tmc/langchaingo/llms/huggingface"
)

func main() {
	llm, err := huggingface.New(huggingface.WithModel("acme/private"), huggingface.WithURL(os.Getenv("HF_ENDPOINT")))
	if err == nil {
		_, err = llms.GenerateFromSinglePrompt(context.Background(), llm, "x")
	}
	fmt.Println(err)
}
