/** Calls of a Python file that pass an argument by name. */
import { parser } from '@lezer/python';
import { parsed } from '../../scan/sites/parse';

/** An argument of a call that is passed by its name; `from` is where that name is, in characters. */
export interface NamedArgument {
  readonly from: number;
  /** The last name of what is called. */
  readonly callee: string;
  /** The call also has `token=`. */
  readonly isAlreadyNew: boolean;
}

/** Every argument of that name, by the grammar: not in comments, strings or definitions. Nesting without end has none. */
export function argumentsNamed(text: string, name: string): NamedArgument[] {
  try {
    return text.includes(name) ? read(text, name) : [];
  } catch {
    return [];
  }
}

function read(text: string, name: string): NamedArgument[] {
  const found: NamedArgument[] = [];
  parsed(parser.startParse(text)).iterate({
    enter: ({ node }) => {
      const list = node.parent;
      if (node.name !== 'VariableName' || list?.name !== 'ArgList' || node.nextSibling?.name !== 'AssignOp') return;
      if (text.slice(node.from, node.to) !== name) return;
      const called = list.prevSibling;
      const callee = called === null ? '' : (/(\w+)\s*$/.exec(text.slice(called.from, called.to))?.[1] ?? '');
      const isAlreadyNew = list
        .getChildren('VariableName')
        .some((one) => text.slice(one.from, one.to) === 'token' && one.nextSibling?.name === 'AssignOp');
      found.push({ from: node.from, callee, isAlreadyNew });
    },
  });
  return found;
}
