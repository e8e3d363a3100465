variable "MODEL_ID" {
  default = "acme/bake-default"
}
target "app" {
  args = {
    MODEL_ID = "acme/bake-arg"
  }
}
