export * from '../shared/796.index.js';
