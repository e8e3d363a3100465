/** GitHub's own published description of its REST API, as the judge of requests. */
import type { IncomingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { ofWorker } from '../../support/of-worker';

/** What a request is, as the wire has it. */
export interface Wire {
  readonly method: string;
  /** Below the API's own address, with the query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

type Json = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Json;
}
interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Json }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly examples: Readonly<Record<string, { readonly value: Json }>>;
    readonly schemas: Json;
  };
}

const APIS = new Map<string, OpenApi>();

/** One server's API, read once: `api.github.com`, `ghes-3.17`, … */
export function openApi(server: string): OpenApi {
  const api = APIS.get(server) ?? new OpenApi(server);
  APIS.set(server, api);
  return api;
}

interface Route {
  readonly route: string;
  readonly pattern: RegExp;
  readonly methods: Readonly<Record<string, Operation>>;
}

export class OpenApi {
  readonly #description: Description;
  readonly #routes: readonly Route[];
  readonly #ajv: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(server: string) {
    // Megabytes of JSON.
    this.#description = ofWorker.load(resolve(`node_modules/@octokit/openapi/generated/${server}.json`)) as Description;
    this.#routes = Object.entries(this.#description.paths).map(([route, methods]) => {
      const pattern = route.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
      return { route, pattern: new RegExp(`^${pattern}$`), methods };
    });
    this.#ajv = new Ajv({ strict: false, coerceTypes: 'array', allErrors: true, validateSchema: false });
    formats(this.#ajv);
  }

  /** Everything that the description does not allow, one sentence each. */
  faults({ method, url, headers, body }: Wire): string[] {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const found = this.#operation(method.toLowerCase(), pathname);
    if (found === undefined) return [`${method} ${pathname} is no route`];
    const { operation, values, route } = found;
    const parameters = (operation.parameters ?? []).map((one) => this.#parameter(one));
    const query = [...searchParams].flatMap(([name, value]) => {
      const known = parameters.find((one) => one.in === 'query' && one.name === name);
      return known === undefined ? [`query ${name} is unknown`] : this.#judge(`${route} ${name}`, known.schema, value);
    });
    const path = parameters
      .filter((one) => one.in === 'path')
      .flatMap((one) => this.#judge(`${route} ${one.name}`, one.schema, values[one.name]));
    const schema = operation.requestBody?.content['application/json']?.schema;
    const isJson = /^application\/json\b/.test(headers['content-type'] ?? '');
    return [
      ...query,
      ...path,
      ...((headers.accept ?? '').startsWith('application/vnd.github') ? [] : ['accept asks for no GitHub type']),
      ...(headers['user-agent'] === undefined ? ['GitHub refuses requests without a user agent'] : []),
      ...(schema === undefined && body !== undefined ? ['a body where none belongs'] : []),
      ...(schema === undefined || isJson ? [] : ['the body is not declared as JSON']),
      ...(schema === undefined ? [] : this.#judge(`${method} ${route}`, closed(schema), body)),
    ].map((fault) => `${method} ${route}: ${fault}`);
  }

  /** The description's own example of a reply. */
  example(name: string): Json {
    const example = this.#description.components.examples[name];
    if (example === undefined) throw new Error(`there is no example ${name}`);
    return example.value;
  }

  #operation(method: string, pathname: string) {
    for (const { route, pattern, methods } of this.#routes) {
      const operation = methods[method];
      const match = pattern.exec(pathname);
      // A fixed segment outranks a placeholder: /issues/comments/1 is no /issues/{number}/….
      if (match !== null && operation !== undefined) return { route, operation, values: { ...match.groups } };
    }
    return undefined;
  }

  #parameter(parameter: Parameter | { readonly $ref: string }): Parameter {
    if (!('$ref' in parameter)) return parameter;
    const name = parameter.$ref.replace('#/components/parameters/', '');
    const found = this.#description.components.parameters[name];
    if (found === undefined) throw new Error(`there is no parameter ${name}`);
    return found;
  }

  #judge(what: string, schema: Json, value: unknown): string[] {
    const known = this.#compiled.get(what) ?? this.#ajv.compile({ ...schema, components: {} });
    this.#compiled.set(what, known);
    // Validation coerces in place, and what a path says is text.
    if (known(structuredClone(value))) return [];
    return (known.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  }
}

/** The same schema with no room for a field that it does not name. */
function closed(schema: Json): Json {
  const inner = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, closedValue(value)]));
  return inner['type'] === 'object' && 'properties' in inner ? { ...inner, additionalProperties: false } : inner;
}

function closedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closedValue);
  return typeof value === 'object' && value !== null ? closed(value as Json) : value;
}
