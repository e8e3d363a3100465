import { placed } from './places';

export const tool = placed({
  client: 'DuckDB',
  rank: 111,
  source: 'run: 1.5.5',
  reason: { packages: ['pypi duckdb', 'cargo duckdb', 'npm @duckdb/node-api'] },
  onRequestOnly: true,
  quirk:
    'Without such a secret `hf://` is anonymous; the secret does not cover `https://` addresses, and is made even where it finds no token.',
  reading: {
    places: ['HF_TOKEN', 'path-login'],
    empty: 'hides the rest',
    lineBreak: 'fails',
    note: 'only with a secret: CREATE SECRET (TYPE huggingface, PROVIDER credential_chain)',
  },
  endpoint: 'huggingface.co, whatever `HF_ENDPOINT` says',
});
