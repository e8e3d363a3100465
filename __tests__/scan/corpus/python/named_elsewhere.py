import own_settings
from own_settings import MODEL, config, parser, pick
from transformers import AutoModel

AutoModel.from_pretrained(MODEL)
AutoModel.from_pretrained(own_settings.MODEL)
AutoModel.from_pretrained(config.model.name)
AutoModel.from_pretrained(config["model"])
AutoModel.from_pretrained(pick("small"))
AutoModel.from_pretrained(f"{MODEL}-chat")
args = parser.parse_args()
AutoModel.from_pretrained(args.model)
