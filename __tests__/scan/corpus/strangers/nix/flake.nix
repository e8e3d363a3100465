{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  outputs = { self, nixpkgs }:
    let
      pkgs = import nixpkgs { system = "x86_64-linux"; };
      owner = "acme";
      repo = "nix-gguf";
      weights = pkgs.fetchurl {
        url = "https://huggingface.co/acme/nix-fetch/resolve/main/m.gguf";
        hash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
      };
      cloned = pkgs.fetchgit {
        url = "https://huggingface.co/datasets/acme/nix-git";
        rev = "0123abc";
        fetchLFS = true;
      };
      interpolated = pkgs.fetchurl {
        url = "https://huggingface.co/${owner}/${repo}/resolve/v1/m.gguf";
      };
    in {
      packages.x86_64-linux.serve = pkgs.writeShellApplication {
        name = "serve";
        runtimeInputs = [ pkgs.llama-cpp ];
        text = ''
          llama-server -hf acme/nix-serve:Q4_K_M --port 8080
          ${pkgs.python3Packages.huggingface-hub}/bin/hf download acme/nix-dl --revision r7
        '';
      };
      devShells.x86_64-linux.default = pkgs.mkShell {
        shellHook = ''
          export MODEL=acme/nix-hook
          hf download "$MODEL"
        '';
      };
      services.ollama.image = "acme/ollama:latest";
    };
}
