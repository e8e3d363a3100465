/** Calls of huggingface_hub, datasets, evaluate and kernels. */
import type { CallRow } from './call-row';
import { datasetNames, evaluateModules, oldModels } from './short-names';

const REPO_ID = { at: 0, names: ['repo_id'] };
const REVISION = { names: ['revision'] };

export const HUB_CALLS: readonly CallRow[] = [
  {
    library: 'huggingface_hub',
    names: ['snapshot_download', 'list_repo_files', 'list_repo_tree', 'list_repo_refs', 'load_torch_model'],
    plural: 'models',
    kind: { names: ['repo_type'] },
    id: REPO_ID,
    revision: REVISION,
    bare: oldModels,
  },
  {
    library: 'huggingface_hub',
    names: ['hf_hub_download', 'hf_hub_url', 'file_exists'],
    plural: 'models',
    kind: { names: ['repo_type'] },
    id: REPO_ID,
    revision: REVISION,
    bare: oldModels,
  },
  {
    library: 'huggingface_hub',
    names: ['model_info', 'repo_info', 'get_safetensors_metadata'],
    from: ['huggingface_hub'],
    plural: 'models',
    kind: { names: ['repo_type'] },
    id: REPO_ID,
    revision: REVISION,
    bare: oldModels,
  },
  {
    library: 'huggingface_hub',
    names: ['dataset_info'],
    from: ['huggingface_hub'],
    plural: 'datasets',
    id: REPO_ID,
    revision: REVISION,
    bare: datasetNames,
  },
  {
    library: 'huggingface_hub',
    names: ['space_info'],
    from: ['huggingface_hub'],
    plural: 'spaces',
    id: REPO_ID,
    revision: REVISION,
  },
  {
    library: 'huggingface_hub',
    names: ['from_pretrained_keras', 'from_pretrained_fastai'],
    plural: 'models',
    id: { at: 0, names: ['pretrained_model_name_or_path', 'repo_id'] },
    revision: REVISION,
  },
  {
    library: 'datasets',
    names: ['load_dataset', 'load_dataset_builder'],
    plural: 'datasets',
    id: { at: 0, names: ['path'] },
    revision: REVISION,
    bare: datasetNames,
  },
  {
    library: 'datasets',
    names: [
      'get_dataset_config_names',
      'get_dataset_split_names',
      'get_dataset_infos',
      'get_dataset_config_info',
      'get_dataset_default_config_name',
    ],
    plural: 'datasets',
    id: { at: 0, names: ['path'] },
    revision: REVISION,
    bare: datasetNames,
  },
  {
    library: 'evaluate',
    names: ['load'],
    from: ['evaluate'],
    plural: 'spaces',
    id: { at: 0, names: ['path'] },
    revision: REVISION,
    bare: evaluateModules,
  },
  {
    library: 'kernels',
    names: ['get_kernel', 'has_kernel', 'install_kernel', 'load_kernel'],
    plural: 'kernels',
    id: REPO_ID,
    revision: { at: 1, names: ['revision'] },
  },
  {
    library: 'kernels',
    names: ['LayerRepository', 'FuncRepository'],
    from: ['kernels'],
    plural: 'kernels',
    id: REPO_ID,
    revision: REVISION,
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
