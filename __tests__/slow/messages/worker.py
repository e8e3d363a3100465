"""Runs Python programs as processes of their own, without loading their libraries anew: each is a fork of this one.

In, one JSON object a line: code, argv, env, cwd. Out: status, output (both streams, in the order of printing).
Waiting between retries is left out. The first line out are the versions.
"""

import importlib
import importlib.metadata
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback

for name in sys.argv[1].split(","):
    importlib.import_module(name)
VERSIONS = {name: importlib.metadata.version(name) for name in sys.argv[2].split(",")}


def play(order, sink):
    """In the child: whatever happens is printed as the interpreter would print it."""
    os.dup2(sink, 1)
    os.dup2(sink, 2)
    os.chdir(order["cwd"])
    os.environ.clear()
    os.environ.update(order["env"])
    time.sleep = lambda seconds: None
    sys.argv = order["argv"]
    signal.alarm(100)
    status = 0
    try:
        exec(compile(order["code"], "train.py", "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        # Not the frames of this file.
        kind, error, trace = sys.exc_info()
        traceback.print_exception(kind, error, trace.tb_next)
        status = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def run(order):
    with tempfile.TemporaryFile() as sink:
        child = os.fork()
        if child == 0:
            play(order, sink.fileno())
        _, status = os.waitpid(child, 0)
        sink.seek(0)
        output = sink.read().decode("utf-8", "replace")
    shutil.rmtree(os.path.join(os.environ["HOME"], ".cache"), ignore_errors=True)
    return {"status": os.waitstatus_to_exitcode(status), "output": output}


print(json.dumps(VERSIONS), flush=True)
for line in sys.stdin:
    print(json.dumps(run(json.loads(line))), flush=True)
