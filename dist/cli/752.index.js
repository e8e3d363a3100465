export * from '../shared/752.index.js';
