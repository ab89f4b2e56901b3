"""libapi for Conan 2, out of the one-file library: `conan create amalgamation` in an unpacked source tarball."""
import os

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load


class Libapi(ConanFile):
    name = "libapi"
    description = "Client library of a calendar service"
    license = "Apache-2.0"
    homepage = "https://libapi.net"
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    # system_curl: the system's libcurl instead of Conan's.
    options = {"shared": [True, False], "fPIC": [True, False], "system_curl": [True, False]}
    default_options = {"shared": False, "fPIC": True, "system_curl": False}
    implements = ["auto_shared_fpic"]
    exports = "VERSION"
    exports_sources = "libapi.c", "api/*", "CMakeLists.txt", "libapi.syms", "VERSION", "LICENSE"

    def set_version(self):
        self.version = load(self, os.path.join(self.recipe_folder, "VERSION")).strip()

    def configure(self):
        self.settings.rm_safe("compiler.cppstd")
        self.settings.rm_safe("compiler.libcxx")

    def validate(self):
        if self.settings.os != "Linux":
            from conan.errors import ConanInvalidConfiguration
            raise ConanInvalidConfiguration("libapi waits by epoll and timerfd, which only Linux has")

    def requirements(self):
        if not self.options.system_curl:
            self.requires("libcurl/[>=7.87 <9]")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeToolchain(self).generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))

    def package_info(self):
        self.cpp_info.libs = ["api"]
        self.cpp_info.system_libs = ["m", "pthread"] + (["curl"] if self.options.system_curl else [])
        self.cpp_info.set_property("cmake_target_name", "libapi::libapi")
        self.cpp_info.set_property("pkg_config_name", "libapi")
        if not self.options.shared:
            self.cpp_info.defines = ["LIBAPI_STATIC"]
