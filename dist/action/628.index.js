export * from '../shared/628.index.js';
