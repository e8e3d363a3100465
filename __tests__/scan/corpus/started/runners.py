import dagger
import nox
from airflow.operators.bash import BashOperator
from sglang.utils import launch_server_cmd


@nox.session
def fetch(session):
    session.run("hf", "download", "acme/nox")


def build(container):
    return container.with_exec(["hf", "download", "acme/dagger"])


pull = BashOperator(task_id="pull", bash_command="hf download acme/airflow")
process, port = launch_server_cmd("python -m sglang.launch_server --model-path acme/sglang")
