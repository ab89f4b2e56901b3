#!/usr/bin/env python3
"""Packages, unit and image agree with each other, with Terraform and with what is installed: lint.py BUILD_DIR.

Nothing is built here. `./dev image` and `./dev package --test` do that, and take minutes."""
import ast
import fnmatch
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv.pop(1)).resolve()
PACKAGING = ROOT / "packaging"
sys.path[:0] = [str(ROOT / "tests" / "packaging"), str(PACKAGING / "container")]
import image_content  # noqa: E402
import sbom  # noqa: E402

MOST_EXPOSED = 2.0
DEB_LISTS = sorted((PACKAGING / "deb").glob("*.install"))


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def seconds(duration):
    return int(duration) if duration.isdigit() else int(duration[:-1]) * {"s": 1, "m": 60}[duration[-1]]


def default_s(setting):
    """As the server's own table has it."""
    return seconds(re.search(rf'"{setting}",.*?"(\d+[sm])"', read("server/base/config.c"), re.S).group(1))


class Lists(unittest.TestCase):
    """Every installed file is in one Debian package and in one RPM."""

    def setUp(self):
        said = subprocess.run(["meson", "introspect", "--installed", str(BUILD)], capture_output=True, text=True, check=True)
        prefix = next(option["value"] for option in json.loads(subprocess.run(
            ["meson", "introspect", "--buildoptions", str(BUILD)], capture_output=True, text=True, check=True).stdout)
            if option["name"] == "prefix")
        self.paths = sorted("usr/" + os.path.relpath(path, prefix) for path in json.loads(said.stdout).values())
        self.assertGreater(len(self.paths), 500)

    def holders(self, path, lists):
        return [name for name, patterns in lists.items()
                if any(fnmatch.fnmatch(path, pattern) or fnmatch.fnmatch(path, pattern + "/*") for pattern in patterns)]

    def check(self, lists):
        wrong = {path: found for path in self.paths if len(found := self.holders(path, lists)) != 1}
        self.assertEqual(wrong, {})

    def test_debian(self):
        self.check({one.stem: [line.split()[0] for line in one.read_text(encoding="utf-8").splitlines()] for one in DEB_LISTS})

    def test_every_debian_list_is_of_a_package(self):
        named = set(re.findall(r"^Package: (\S+)", read("packaging/deb/control"), re.M))
        self.assertEqual(named, {one.stem for one in DEB_LISTS})

    def test_rpm(self):
        macros = {"_libdir": "usr/lib/*", "_bindir": "usr/bin", "_includedir": "usr/include", "_datadir": "usr/share",
                  "_mandir": "usr/share/man", "_unitdir": "usr/lib/systemd/system", "_sysconfdir": "etc"}
        lists = {}
        for block in re.split(r"^%files", read("packaging/rpm/libapi.spec.in"), flags=re.M)[1:]:
            name, *lines = block.split("%changelog")[0].splitlines()
            lists[name] = [re.sub(r"%\{(\w+)\}", lambda found: macros[found[1]], line) for line in lines if line.startswith("%{_")]
        self.assertEqual(len(lists), 4)
        self.check(lists)

    def test_a_forgotten_file_is_seen(self):
        self.paths.append("usr/bin/forgotten")
        with self.assertRaises(AssertionError):
            self.test_debian()


class Recipes(unittest.TestCase):
    def test_no_template_repeats_the_version(self):
        version = read("VERSION").strip()
        for path in PACKAGING.rglob("*"):
            if path.is_file() and path.suffix != ".pyc":
                self.assertNotIn(version, path.read_text(encoding="utf-8"), path)

    def test_templates_name_what_is_filled_in(self):
        known = set(re.findall(r"s\|(@\w+@)\|", read("scripts/package/package.sh")))
        for path in PACKAGING.rglob("*.in"):
            if path.parent.name not in ("cmake", "systemd"):
                self.assertLessEqual(set(re.findall(r"@[A-Z0-9_]+@", path.read_text(encoding="utf-8"))), known, path)

    def test_syntax(self):
        json.loads(read("packaging/vcpkg/vcpkg.json.in"))
        for path in PACKAGING.rglob("*.py"):
            ast.parse(path.read_text(encoding="utf-8"), str(path))


class Unit(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        # "verify" wants the program where the unit says; here it is where it was built.
        self.text = read("packaging/systemd/api-server.service.in").replace("@bindir@", str(BUILD / "server"))

    def written(self, text):
        path = self.folder / "api-server.service"
        path.write_text(text, encoding="utf-8")
        return path

    def exposure(self, text):
        said = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--no-pager", str(self.written(text))],
                              capture_output=True, text=True, check=False).stdout
        return float(re.search(r"exposure level.*: ([\d.]+)", said).group(1))

    def test_nothing_unknown(self):
        done = subprocess.run(["systemd-analyze", "verify", "--man=no", str(self.written(self.text))], capture_output=True,
                              text=True, check=False)
        ours = [line for line in done.stderr.splitlines() if "api-server.service" in line]
        self.assertEqual(ours, [])

    def test_exposure(self):
        self.assertLessEqual(self.exposure(self.text), MOST_EXPOSED)
        self.assertGreater(self.exposure("[Service]\nExecStart=/bin/true\n"), MOST_EXPOSED)

    def test_settings_are_known(self):
        known = subprocess.run([BUILD / "server/api-server", "--help"], capture_output=True, text=True, check=True).stdout
        for name in re.findall(r"^#?([A-Z_]+)=", read("packaging/systemd/api-server.env"), re.M):
            self.assertIn(name, known)

    def test_it_may_drain(self):
        drain = default_s("API_DRAIN_DEADLINE") + 2
        self.assertGreater(seconds(re.search(r"^TimeoutStopSec=(\d+)", self.text, re.M).group(1)), drain)
        self.assertIn("RestartPreventExitStatus=64 78", self.text)


class Container(unittest.TestCase):
    dockerfile = read("packaging/container/Dockerfile")
    last = dockerfile[dockerfile.rindex("\nFROM "):]

    def test_the_last_stage_is_empty(self):
        self.assertTrue(self.last.startswith("\nFROM scratch\n"))
        self.assertNotIn("\nRUN ", self.last)

    def test_the_base_is_pinned(self):
        self.assertRegex(self.dockerfile, r"ARG BASE_IMAGE=\S+@sha256:[0-9a-f]{64}\n")
        self.assertEqual(set(re.findall(r"^FROM (\S+)", self.dockerfile, re.M)), {"${BASE_IMAGE}", "tools", "scratch"})

    def test_as_terraform_runs_it(self):
        task, main = read("terraform/modules/service/task.tf"), read("terraform/modules/service/main.tf")
        user = re.search(r'user\s*=\s*"(\S+)"', task).group(1)
        port = re.search(r"port\s*=\s*(\d+)", main).group(1)
        self.assertIn(f"\nUSER {user}\n", self.last)
        self.assertIn(f"\nEXPOSE {port}\n", self.last)
        self.assertIn(f"API_LISTEN=0.0.0.0:{port}", self.last)
        ca_file = re.search(r'ca_file\s*=\s*optional\(string, "(\S+)"\)', read("terraform/modules/service/variables.tf")).group(1)
        self.assertIn(f"`{ca_file}`", read("packaging/container/ca/README.md"))

    def test_compose(self):
        said = yaml.safe_load(read("packaging/container/compose.yaml"))
        services = said["services"]
        for name in ("server-a", "server-b", "admin"):
            one = services[name]
            self.assertEqual((one["user"], one["read_only"], one["cap_drop"]), ("10001:10001", True, ["ALL"]), name)
            self.assertGreater(seconds(one["stop_grace_period"]), default_s("API_DRAIN_DEADLINE") + 2)
            self.assertNotIn("ports", one)
        published = [port for one in services.values() for port in one.get("ports", [])]
        self.assertEqual(published, ["127.0.0.1:8080:8080"])
        for name in re.findall(r"server \w (\S+):8080", read("packaging/container/haproxy.cfg")):
            self.assertIn(name, services)


class Bill(unittest.TestCase):
    """The SBOM, and the eyes that look through an image."""
    status = ("Package: b\nVersion: 1:2+x~3\nArchitecture: amd64\nSource: bee\nDepends: a (>= 1) | c, d\nDescription: b\n more\n\n"
              "Package: a\nVersion: 1\nArchitecture: all\n")

    def test_packages_and_relations(self):
        made = sbom.document("1.2.3", b"program", self.status)
        self.assertEqual([package["name"] for package in made["packages"]], ["api-server", "a", "b"])
        reference = made["packages"][2]["externalRefs"][0]["referenceLocator"]
        self.assertEqual(reference, "pkg:deb/debian/b@1%3A2%2Bx~3?arch=amd64&distro=debian-12".replace("~", "%7E"))
        ends = [(one["spdxElementId"], one["relatedSpdxElement"]) for one in made["relationships"]
                if one["relationshipType"] == "DEPENDS_ON"]
        self.assertEqual(ends, [("SPDXRef-Package-b", "SPDXRef-Package-a")])
        names = [package["SPDXID"] for package in made["packages"]]
        self.assertEqual(len(names), len(set(names)))

    def test_the_same_twice_another_for_another_program(self):
        one, again, other = (sbom.document("1", program, self.status) for program in (b"1", b"1", b"2"))
        self.assertEqual(one, again)
        self.assertNotEqual(one["documentNamespace"], other["documentNamespace"])

    def test_nothing_is_no_bill(self):
        with tempfile.NamedTemporaryFile() as empty:
            done = subprocess.run([sys.executable, PACKAGING / "container/sbom.py", ROOT / "VERSION", empty.name, empty.name],
                                  capture_output=True, text=True, check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("names no package", done.stderr)

    def members(self, *changes):
        made = {}
        for name in ("usr/bin/api-server", "usr/share/zoneinfo/Europe/Berlin", "usr/share/zoneinfo/tzdata.zi",
                     "etc/ssl/certs/ca-certificates.crt", "etc/passwd", "lib64"):
            made[name] = tarfile.TarInfo(name)
        for name, values in changes:
            member = made.setdefault(name, tarfile.TarInfo(name))
            for key, value in values.items():
                setattr(member, key, value)
        return made

    def test_eyes(self):
        self.assertEqual(list(image_content.faults_of_files(self.members())), [])
        for name, values, said in (
                ("usr/bin/sh", {}, "is there"), ("usr/bin/extra", {}, "more than the server"),
                ("etc/passwd", {"uid": 10001}, "could change it"), ("usr/bin/api-server", {"mode": 0o4755}, "setuid"),
                ("etc/passwd", {"mode": 0o666}, "written by everybody"), ("etc/passwd", {"mtime": 7}, "not reproducible")):
            self.assertIn(said, " ".join(image_content.faults_of_files(self.members((name, values)))))
        without = self.members()
        del without["usr/share/zoneinfo/tzdata.zi"]
        self.assertEqual(list(image_content.faults_of_files(without)), ["no usr/share/zoneinfo/tzdata.zi"])

    def test_eyes_on_the_configuration(self):
        good = {"User": "10001:10001", "Entrypoint": ["/usr/bin/api-server"], "Cmd": ["serve"], "ExposedPorts": {"8080/tcp": {}},
                "StopSignal": "SIGTERM", "Healthcheck": {"Test": ["CMD", "/usr/bin/api-server", "health"]},
                "Labels": dict.fromkeys(image_content.LABELS, "x")}
        self.assertEqual(list(image_content.faults_of_config({"config": good})), [])
        for name in good:
            self.assertTrue(list(image_content.faults_of_config({"config": {**good, name: None or {}}})), name)


if __name__ == "__main__":
    unittest.main(testRunner=unittest.TextTestRunner(stream=io.TextIOWrapper(sys.stdout.buffer, write_through=True)))
