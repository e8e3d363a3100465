MODEL = "acme/of-another-file"
