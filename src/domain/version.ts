/** The version that reports and requests name: `npm run docs` writes that of package.json. */
export const VERSION = '0.1.0';
