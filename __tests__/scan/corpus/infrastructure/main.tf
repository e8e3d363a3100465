# Weights: "https://huggingface.co/acme/only-a-page"
resource "aws_instance" "gpu" {
  user_data = <<-EOF
    #!/bin/bash
    pip install huggingface_hub
    hf download acme/in-user-data --local-dir /models
    vllm serve ${var.model} &
  EOF
}

resource "aws_sagemaker_model" "served" {
  primary_container {
    image = "acme/container"
    environment = {
      HF_MODEL_ID = "acme/in-environment"
      HF_TASK     = "text-generation"
    }
  }
}
