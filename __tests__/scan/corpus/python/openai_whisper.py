import whisper
import torchvision

whisper.load_model("large-v3")
torchvision.models.get_model("resnet50")
