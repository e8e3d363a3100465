import hydra
from hydra.core.config_store import ConfigStore
from dataclasses import dataclass, field
from omegaconf import DictConfig, MISSING, OmegaConf
from transformers import AutoModelForCausalLM, AutoTokenizer
from datasets import load_dataset


@dataclass
class ModelCfg:
    path: str = "acme/tiny-llm"
    tokenizer: str = "${model.path}"


@dataclass
class DataCfg:
    hub_name: str = "acme/tiny-stories"
    subset: str = MISSING


@dataclass
class Cfg:
    model: ModelCfg = field(default_factory=ModelCfg)
    data: DataCfg = field(default_factory=DataCfg)


ConfigStore.instance().store(name="config", node=Cfg)


@hydra.main(version_base=None, config_name="config")
def main(cfg: Cfg) -> None:
    model = AutoModelForCausalLM.from_pretrained(cfg.model.path)
    data = load_dataset(cfg.data.hub_name, cfg.data.subset, split="train", streaming=True)
    teacher = AutoModelForCausalLM.from_pretrained(cfg.distill.teacher)


if __name__ == "__main__":
    main()
