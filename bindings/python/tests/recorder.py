"""Which functions of the C library were called: loaded before the rest of the package."""
import sys



class Recorder:
    """`lib`, noting each function's first call."""

    def __init__(self, lib):
        self._lib, self.called = lib, set()

    def __getattr__(self, name):
        function = getattr(self._lib, name)

        def call(*arguments):
            self.called.add(name)
            return function(*arguments)
        setattr(self, name, call)
        return call


def install():
    """A fresh import of libapi whose every module calls through the recorder."""
    import libapi._lib
    _lib = sys.modules["libapi._lib"]
    recorder = Recorder(_lib.lib)
    _lib.lib = recorder
    for name in [each for each in sys.modules if each.startswith("libapi") and each not in ("libapi._lib", "libapi._abi")]:
        del sys.modules[name]
    return recorder
