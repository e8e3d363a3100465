import open_clip
import timm

timm.create_model("hf-hub:acme/vit", pretrained=True)
timm.create_model("resnet50", pretrained=True)
open_clip.create_model_and_transforms("hf-hub:acme/clip")
open_clip.create_model_and_transforms("ViT-B-32", pretrained="laion2b_s34b_b79k")
