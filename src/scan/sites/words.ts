/** Words that tell a path or a placeholder from an id. */

/** No repo has such a name, and files do. */
export const FILE_ENDINGS =
  /\.(?:json[cl]?|csv|tsv|txt|ya?ml|toml|py|ipynb|md|bin|pth?|ckpt|safetensors|onnx|parquet|arrow|npz?|pkl|h5|tar|gz|tgz|zip|zst|model|spm|wav|mp3|flac|png|jpe?g|html?|xml|sh|cfg|ini|engine|mlmodel|tflite|hdf5|mp4|db)$/i;

/** First names of paths. Where one of them is an owner on the Hub, nobody means it in code. */
export const FOLDER_NAMES: ReadonlySet<string> = new Set(
  (
    'model models data dataset datasets output outputs out result results checkpoint checkpoints ckpt ckpts weights pretrained ' +
    'pretrained_models pretrained_model saved saved_models saved_model trained_models finetuned tmp temp cache logs log runs exp ' +
    'exps experiments experiment artifacts assets resources configs config src lib scripts examples example tests test fixtures ' +
    'save saves adapters adapter lora loras local mnt home root workspace content opt app path paths dummy fake export exports build'
  ).split(' '),
);

/** What stands for a name in examples. */
export const PLACEHOLDERS =
  /^(?:your[-_ ]?\w*|my[-_]?(?:org|user|username|name|namespace|hub)|user(?:name)?|hf[-_]?user(?:name)?|org(?:anization|anisation|_name|-name)?|namespace|owner|repo[-_]?owner|x{2,}|foo|some[-_]?\w*|<.*|\.\.\.)\/|\/(?:path[-_]to[-_]\w*|your[-_]\w*|my[-_]?(?:model|repo|dataset|space)[-_]?name|repo[-_]?name|model[-_]?name|dataset[-_]?name|name|x{3,})$/i;
