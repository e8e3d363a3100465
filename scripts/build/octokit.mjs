/**
 * What is used of the two plugins that `@actions/github` gives octokit: six of some thousand routes, and no paging.
 * `tsconfig.json` beside this file puts it in the plugins' place in the bundles: 120 kB that no job need download.
 * `__tests__/action/github/routes.test.ts` compares it with the plugin and with what the sources call.
 */
export const ROUTES = {
  checks: { create: 'POST /repos/{owner}/{repo}/check-runs' },
  issues: {
    createComment: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    deleteComment: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
    listComments: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    updateComment: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  },
  users: { getAuthenticated: 'GET /user' },
};

/** A plugin: `octokit.rest` with a method for each route. */
export function restEndpointMethods({ request }) {
  return { rest: mapped(ROUTES, (routes) => mapped(routes, (route) => methodOf(request, route))) };
}

/** A plugin without anything. */
export const paginateRest = () => undefined;

function methodOf(request, route) {
  const [method, url] = route.split(' ');
  return request.defaults({ method, url });
}

function mapped(table, change) {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value)]));
}
