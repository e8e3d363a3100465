/** The version that reports and requests name; a test compares it with package.json. */
export const VERSION = '0.1.0';
