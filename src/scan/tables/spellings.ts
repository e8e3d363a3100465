/** Texts that more than one tool takes, and the id in them. */

/** `pretrained=acme/x,dtype=auto` of lm-eval's `model_args`. */
export function modelArgs(text: string): string | undefined {
  return text.includes('=') ? /(?:^|,)(?:pretrained|model|model_name|path)=([^,]+)/.exec(text)?.[1] : text;
}

/** `acme/x:default#500` of ms-swift: a subset and a sample of it. */
export function withoutSample(text: string): string | undefined {
  return /^ms::/i.test(text) ? undefined : text.replace(/^hf::/i, '').replace(/[:#].*$/, '');
}
