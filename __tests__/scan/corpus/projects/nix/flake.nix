{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { self, nixpkgs }: {
    model = nixpkgs.fetchurl {
      url = "https://huggingface.co/acme/nix-GGUF/resolve/main/model.gguf";
      hash = "sha256-AAAA";
    };
    repo = nixpkgs.fetchgit { url = "https://huggingface.co/acme/nix-git"; rev = "abc"; };
    devShell.shellHook = ''
      export MODEL=acme/nix-shell
      hf download $MODEL
    '';
  };
}
