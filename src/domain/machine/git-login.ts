/**
 * How git gets the token of `HF_TOKEN`, which it does not read. `hf auth login --add-to-git-credential` is no way to it (run:
 * huggingface_hub 0.36.2, 1.33.0 and 2.4.0): with `HF_TOKEN` set it is "already logged in" and stores nothing, and without a
 * helper it stores nothing for git. The shell prints the lines itself, so the token is on no command line.
 */

/** Gives git a place to keep a login. */
export const GIT_HELPER = 'git config --global credential.helper store';

/** Puts the token there; git stores nothing without a username, and the Hub takes any. */
export const GIT_LOGIN = String.raw`printf 'url=https://huggingface.co\nusername=hf\npassword=%s\n\n' "$HF_TOKEN" | git credential approve`;
