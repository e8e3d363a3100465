/**
 * What the grammars import of `@lezer/highlight`: they say there how an editor may colour their nodes, and nothing here does.
 * `tsconfig.json` beside this file puts it in the package's place in the bundles.
 */
const tag = new Proxy(() => undefined, { get: () => tag, apply: () => tag });

/** Every tag, and what makes others of it. */
export const tags = tag;
/** No node gets anything. */
export const styleTags = () => () => null;
