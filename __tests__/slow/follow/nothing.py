"""Stands in for torch and transformers where a library reads files and computes nothing: every name in them is an empty class."""

import importlib.abc
import importlib.machinery
import importlib.metadata
import sys
import types

VERSIONS = {"torch": "2.15.0", "transformers": "5.24.0"}


class Empty(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return made(name)

    def __call__(cls, *args, **kwargs):
        # A decorator hands back what it is given.
        if len(args) == 1 and not kwargs and callable(args[0]):
            return args[0]
        return super().__call__(*args, **kwargs)

    def __or__(cls, other):
        return cls

    __ror__ = __getitem__ = __or__


def made(name):
    members = {
        "__init__": lambda self, *args, **words: None,
        "__call__": lambda self, *args, **words: args[0],
        "__getattr__": lambda self, name: getattr(type(self), name),
    }
    return Empty(name, (), members)


class Module(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        # A constant is a text, such as the name of a file.
        setattr(self, name, name if name.endswith("_NAME") else made(name))
        return getattr(self, name)


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path, target=None):
        if fullname.split(".")[0] in VERSIONS:
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec):
        return Module(spec.name)

    def exec_module(self, module):
        module.__path__ = []
        module.__version__ = VERSIONS[module.__name__.split(".")[0]]


def pretend():
    known = importlib.metadata.version
    importlib.metadata.version = lambda name: VERSIONS.get(name) or known(name)
    sys.meta_path.insert(0, Finder())
