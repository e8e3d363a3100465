export * from '../shared/288.index.js';
