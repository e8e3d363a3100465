{
  weights = fetchurl {
    url = "https://huggingface.co/acme/by-nix/resolve/v1/model.gguf";
    hash = "sha256-AAAA";
  };
  meta.homepage = "https://huggingface.co/acme/homepage";
}
