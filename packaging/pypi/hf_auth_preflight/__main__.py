from hf_auth_preflight import main

main()
