/** What the build puts in the place of octokit's plugins has the routes that are called, as the plugin has them. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';

type Routes = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Endpoints = Readonly<Record<string, Readonly<Record<string, readonly [route: string, ...rest: unknown[]]>>>>;

const PLUGIN = 'node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js';
const { ROUTES } = (await import(pathToFileURL(resolve('scripts/build/octokit.mjs')).href)) as { ROUTES: Routes };
const { default: known } = (await import(pathToFileURL(resolve(PLUGIN)).href)) as { default: Endpoints };

const names = Object.entries(ROUTES).flatMap(([scope, routes]) =>
  Object.keys(routes).map((name) => `${scope}.${name}`),
);

test.each(names)('%s is the route of the plugin, without anything beside it', (name) => {
  const [scope = '', method = ''] = name.split('.');
  expect(known[scope]?.[method]).toEqual([ROUTES[scope]?.[method]]);
});

test('the routes are those that the sources call', () => {
  const folder = resolve('src/action/github');
  const sources = readdirSync(folder).map((file) => readFileSync(resolve(folder, file), 'utf8'));
  const called = sources.flatMap((source) => [...source.matchAll(/\.rest\.(\w+\.\w+)\(/g)].map(([, name]) => name));
  expect([...new Set(called)].sort()).toEqual([...names].sort());
  expect(sources.join('')).not.toMatch(/\.paginate\b|\.graphql\b/);
});
