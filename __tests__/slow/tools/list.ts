/** Prints what has to be installed for the tools that are chosen. */
import { chosen } from './sample';

console.log([...new Set(chosen().map(({ installed }) => installed))].join(' '));
