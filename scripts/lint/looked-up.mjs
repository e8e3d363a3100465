/**
 * A rule for ESLint: a word from elsewhere is looked up in a table by `lookUp`. An index by a plain string also finds what
 * every object has: `lint --format constructor`, and a call of `toString()` in scanned Python, were taken for rows of a table.
 */
import ts from 'typescript';

/** Whether a text may be any word; a type of literals names its words. */
const isAnyWord = (type) =>
  (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & ts.TypeFlags.String) !== 0);

export const lookedUp = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { index: 'Look the word up with `lookUp`, or give it a type of literals.' },
  },
  create: (context) => ({
    MemberExpression(node) {
      if (!node.computed || (node.parent.type === 'AssignmentExpression' && node.parent.left === node)) return;
      const type = context.sourceCode.parserServices.getTypeAtLocation(node.property);
      if (isAnyWord(type)) context.report({ node, messageId: 'index' });
    },
  }),
};
