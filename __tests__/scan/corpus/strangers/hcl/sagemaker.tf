locals {
  model = "acme/tf-local"
}
variable "emb" {
  type    = string
  default = "acme/tf-var"
}
resource "aws_sagemaker_model" "llm" {
  primary_container {
    image = "acme/img:1"
    environment = {
      HF_MODEL_ID = "acme/tf-env"
      HF_TASK     = "text-generation"
    }
  }
}
resource "aws_sagemaker_model" "emb" {
  primary_container {
    environment = { HF_MODEL_ID = var.emb }
  }
}
resource "helm_release" "kubeai" {
  values = [yamlencode({ catalog = { m = { url = "hf://acme/tf-kubeai" } } })]
}
resource "aws_instance" "x" {
  user_data = <<-EOT
    #!/bin/bash
    hf download ${local.model}
    hf download acme/tf-userdata
  EOT
}
