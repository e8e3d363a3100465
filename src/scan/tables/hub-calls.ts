/** Calls of huggingface_hub, datasets, evaluate and kernels. */
import type { CallRow } from './call-row';
import { datasetNames, evaluateModules, notOfTheHub, oldModels } from './short-names';

const REVISION = { names: ['revision'] };
const REPO_ID = { at: 0, names: ['repo_id'] };
const PATH = { at: 0, names: ['path'] };

type Columns = Omit<CallRow, 'names'>;

/** A function of huggingface_hub about a repo, whose kind may be an argument. */
const ANY: Columns = {
  library: 'huggingface_hub',
  plural: 'models',
  kind: { names: ['repo_type'] },
  id: REPO_ID,
  revision: REVISION,
  bare: oldModels,
};
const DATASET: Columns = { library: 'datasets', plural: 'datasets', id: PATH, revision: REVISION, bare: datasetNames };
/** About a kind that the name says. */
const INFO: Pick<Columns, 'library' | 'id' | 'revision'> = {
  library: 'huggingface_hub',
  id: REPO_ID,
  revision: REVISION,
};
const IMPORTED = { from: ['huggingface_hub'] };
const KERNEL: Pick<Columns, 'library' | 'plural' | 'id'> = { library: 'kernels', plural: 'kernels', id: REPO_ID };

const ABOUT = ['model_info', 'repo_info', 'get_safetensors_metadata', 'auth_check'];
/** Methods of an `HfApi`, whatever the file calls it. */
const ON_API = { word: 'HfApi', on: /^_?(?:hf_?)?api$/i };

export const HUB_CALLS: readonly CallRow[] = [
  { ...ANY, names: ['snapshot_download', 'list_repo_files', 'list_repo_tree', 'list_repo_refs', 'load_torch_model'] },
  { ...ANY, names: ['hf_hub_download', 'hf_hub_url', 'file_exists'] },
  { ...ANY, names: ABOUT, ...IMPORTED },
  { ...ANY, names: ABOUT, ...ON_API },
  { ...INFO, names: ['dataset_info'], plural: 'datasets', bare: datasetNames, ...IMPORTED },
  { ...INFO, names: ['dataset_info'], plural: 'datasets', bare: datasetNames, ...ON_API },
  { ...INFO, names: ['space_info'], plural: 'spaces', ...IMPORTED },
  { ...INFO, names: ['space_info'], plural: 'spaces', ...ON_API },
  {
    library: 'huggingface_hub',
    names: ['from_pretrained_keras', 'from_pretrained_fastai'],
    plural: 'models',
    id: { at: 0, names: ['pretrained_model_name_or_path', 'repo_id'] },
    revision: REVISION,
  },
  ...(
    [
      ['ModelCard', 'models'],
      ['DatasetCard', 'datasets'],
      ['SpaceCard', 'spaces'],
    ] as const
  ).map(([card, plural]) => ({
    library: 'huggingface_hub',
    word: card,
    names: ['load'],
    on: new RegExp(`^${card}$`),
    plural,
    id: { at: 0, names: ['repo_id_or_path'] },
  })),
  {
    ...DATASET,
    names: [
      'load_dataset',
      'load_dataset_builder',
      'get_dataset_config_names',
      'get_dataset_split_names',
      'get_dataset_infos',
      'get_dataset_config_info',
      'get_dataset_default_config_name',
    ],
  },
  {
    library: 'lighteval',
    names: ['LightevalTaskConfig'],
    plural: 'datasets',
    id: { names: ['hf_repo'] },
    revision: { names: ['hf_revision'] },
    bare: datasetNames,
  },
  {
    library: 'evaluate',
    names: ['load'],
    from: ['evaluate'],
    plural: 'spaces',
    id: PATH,
    revision: REVISION,
    bare: evaluateModules,
  },
  {
    library: 'evaluate',
    names: ['combine'],
    from: ['evaluate'],
    plural: 'spaces',
    id: { at: 0, names: ['evaluations'] },
    bare: evaluateModules,
    many: true,
  },
  {
    library: 'huggingface_hub',
    word: 'HfFileSystem',
    names: ['ls', 'glob', 'open', 'find', 'walk', 'info', 'get', 'get_file', 'cat', 'read_text', 'read_bytes'],
    on: /^(?:hf_?)?fs$/,
    plural: 'models',
    id: { at: 0, names: ['path', 'rpath'] },
    revision: REVISION,
    bare: notOfTheHub,
    spelling: (path) => /^(?:hf:\/\/)?((?:datasets\/|spaces\/)?[^/]+\/[^/]+)/.exec(path)?.[1],
    mayBeObject: true,
  },
  {
    ...KERNEL,
    names: ['get_kernel', 'has_kernel', 'install_kernel', 'load_kernel'],
    revision: { at: 1, names: ['revision'] },
  },
  { ...KERNEL, names: ['LayerRepository', 'FuncRepository'], from: ['kernels'], revision: REVISION },
  {
    library: 'lerobot',
    names: ['LeRobotDataset', 'LeRobotDatasetMetadata', 'StreamingLeRobotDataset'],
    from: ['lerobot'],
    plural: 'datasets',
    id: REPO_ID,
    revision: REVISION,
  },
  {
    library: 'lerobot',
    names: ['MultiLeRobotDataset'],
    from: ['lerobot'],
    plural: 'datasets',
    id: { at: 0, names: ['repo_ids'] },
    many: true,
  },
  {
    library: 'gradio_client',
    names: ['Client'],
    from: ['gradio_client'],
    plural: 'spaces',
    id: { at: 0, names: ['src'] },
  },
  {
    library: 'gradio',
    names: ['load'],
    from: ['gradio'],
    plural: 'models',
    id: { at: 0, names: ['name'] },
    spelling: (text) =>
      /^(?:models|huggingface|spaces)\//.test(text) ? text.replace(/^huggingface\//, 'models/') : undefined,
  },
];
