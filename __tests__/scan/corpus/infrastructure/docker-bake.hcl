target "app" {
  tags = ["acme/image:1"]
  args = {
    MODEL_ID = "acme/build-argument"
  }
  contexts = { weights = "https://huggingface.co/acme/by-git.git" }
}
