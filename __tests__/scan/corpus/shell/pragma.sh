hf download acme/left-out # hf-auth-preflight: ignore
hf download "$MODEL" # hf-auth-preflight: acme/declared
