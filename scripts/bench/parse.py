"""Python's own parser over every file of a folder, in one process."""
import ast
import os
import sys

for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.endswith(".py"):
            with open(os.path.join(folder, name), "rb") as file:
                ast.parse(file.read())
