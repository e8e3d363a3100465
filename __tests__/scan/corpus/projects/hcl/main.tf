variable "model_id" {
  type    = string
  default = "acme/tf-default"
}
resource "aws_sagemaker_model" "llm" {
  primary_container {
    image = "763104351884.dkr.ecr.us-east-1.amazonaws.com/huggingface-pytorch-tgi-inference:2.3"
    environment = {
      HF_MODEL_ID = "acme/tf-model"
      HF_TASK     = "text-generation"
    }
  }
}
resource "aws_instance" "gpu" {
  user_data = <<-EOF
    #!/bin/bash
    export MODEL=${var.model_id}
    docker run --gpus all vllm/vllm-openai:latest --model acme/tf-user-data
    vllm serve ${var.model_id}
  EOF
}
module "noise" { source = "terraform-aws-modules/vpc/aws" }
