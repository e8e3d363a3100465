/** Constructors that download a model for embeddings. */
import type { CallRow } from './call-row';
import { notOfTheHub, oldModels, sentenceTransformers } from './short-names';

const REVISION = { names: ['revision'] };

export const EMBEDDING_CALLS: readonly CallRow[] = [
  {
    library: 'sentence-transformers',
    names: ['SentenceTransformer', 'SparseEncoder'],
    plural: 'models',
    id: { at: 0, names: ['model_name_or_path'] },
    revision: REVISION,
    bare: sentenceTransformers,
    mayBeObject: true,
  },
  {
    library: 'sentence-transformers',
    names: ['CrossEncoder'],
    plural: 'models',
    id: { at: 0, names: ['model_name_or_path', 'model_name'] },
    revision: REVISION,
    bare: oldModels,
  },
  {
    library: 'langchain',
    names: [
      'HuggingFaceEmbeddings',
      'HuggingFaceInstructEmbeddings',
      'HuggingFaceBgeEmbeddings',
      'HuggingFaceCrossEncoder',
      'SentenceTransformerEmbeddings',
      'SentenceTransformerEmbeddingFunction',
    ],
    plural: 'models',
    id: { names: ['model_name', 'model'] },
    bare: sentenceTransformers,
    ifMissing: 'no-id',
  },
  {
    library: 'llama-index',
    names: ['HuggingFaceEmbedding', 'HuggingFaceLLM'],
    plural: 'models',
    id: { at: 0, names: ['model_name'] },
    bare: oldModels,
    also: [{ names: ['tokenizer_name'], plural: 'models' }],
  },
  {
    library: 'langchain',
    names: ['from_model_id'],
    plural: 'models',
    id: { at: 0, names: ['model_id'] },
    bare: oldModels,
  },
  {
    library: 'FlagEmbedding',
    names: ['FlagModel', 'BGEM3FlagModel', 'FlagReranker', 'FlagLLMReranker', 'FlagAutoModel', 'FlagICLModel'],
    plural: 'models',
    id: { at: 0, names: ['model_name_or_path'] },
  },
  {
    library: 'haystack',
    names: [
      'SentenceTransformersTextEmbedder',
      'SentenceTransformersDocumentEmbedder',
      'SentenceTransformersSimilarityRanker',
      'TransformersSimilarityRanker',
      'HuggingFaceLocalGenerator',
      'HuggingFaceLocalChatGenerator',
      'ExtractiveReader',
    ],
    from: ['haystack'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    bare: oldModels,
    ifMissing: 'no-id',
  },
  {
    library: 'flair',
    names: ['TransformerWordEmbeddings', 'TransformerDocumentEmbeddings'],
    from: ['flair'],
    plural: 'models',
    id: { at: 0, names: ['model'] },
    bare: oldModels,
  },
  {
    library: 'flair',
    names: ['load'],
    from: ['flair'],
    plural: 'models',
    id: { at: 0, names: ['model_path'] },
    bare: notOfTheHub,
  },
];
