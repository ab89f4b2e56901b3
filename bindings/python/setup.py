"""Compile the C library into the package, and what cffi needs to know of it.

csrc/ is the library in one file with its headers; `./dev wheel` puts it here. One wheel serves every Python 3, since
nothing of it is compiled against Python.
"""
import os
import re
import shlex
import subprocess

from cffi import FFI
from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.command.build_py import build_py

SOURCE = os.path.join("csrc", "libapi.c")


def package_flags():
    command = [os.environ.get("PKG_CONFIG", "pkg-config"), "--cflags", "--libs", "libcurl", "json-c"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


def compile_library(out):
    compiler = shlex.split(os.environ.get("CC", "cc"))
    flags = shlex.split(os.environ.get("CFLAGS", "-O2 -g0"))
    subprocess.run([*compiler, *flags, "-shared", "-fPIC", "-DLIBAPI_SHARED", "-fvisibility=hidden", "-pthread", "-Icsrc", SOURCE,
                    "-Wl,-Bsymbolic", "-o", out, *package_flags()], check=True)


def write_declarations(folder):
    with open(os.path.join("libapi", "_cdef.h"), encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    ffi = FFI()
    ffi.cdef(text)
    ffi.set_source("libapi._abi", None)
    ffi.emit_python_code(os.path.join(folder, "_abi.py"))


class BuildWithLibrary(build_py):
    def run(self):
        super().run()
        folder = os.path.join(self.build_lib, "libapi")
        write_declarations(folder)
        compile_library(os.path.join(folder, "libapi.so"))


class AnyPython(bdist_wheel):
    def finalize_options(self):
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": AnyPython})
