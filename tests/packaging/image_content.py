#!/usr/bin/env python3
"""What is in an image, read from the folder that skopeo wrote: image_content.py FOLDER [OUT]. With OUT the SBOM is put there.

Its size, who owns what, that nothing in it could be used by whoever gets in, that dpkg's file, the SBOM and the files
tell the same, and that each package is as new as Debian's archive, security updates included."""
import json
import pathlib
import subprocess
import sys
import tarfile

LARGEST_BYTES = 60_000_000
SHELLS = {"sh", "bash", "dash", "busybox", "perl", "python3", "apt", "apt-get", "dpkg", "su", "sudo", "mount"}
LABELS = ["org.opencontainers.image.version", "org.opencontainers.image.revision", "net.libapi.source-tree",
          "org.opencontainers.image.title", "org.opencontainers.image.licenses"]


class Image:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.manifest = self.json("manifest.json")
        self.config = self.json(self.manifest["config"]["digest"].split(":")[1])
        self.files, self.contents = {}, {}
        for layer in self.manifest["layers"]:
            with tarfile.open(self.folder / layer["digest"].split(":")[1]) as tar:
                for member in tar:
                    self.files[member.name.rstrip("/")] = member
                    if member.isreg() and member.name.endswith(("sbom.spdx.json", "dpkg/status")):
                        self.contents[member.name] = tar.extractfile(member).read().decode()

    def json(self, name):
        return json.loads((self.folder / name).read_text(encoding="utf-8"))

    def bytes(self):
        return sum(layer["size"] for layer in self.manifest["layers"])


def faults_of_config(config):
    said = config["config"]
    wanted = {"User": "10001:10001", "Entrypoint": ["/usr/bin/api-server"], "Cmd": ["serve"],
              "ExposedPorts": {"8080/tcp": {}}, "StopSignal": "SIGTERM"}
    for name, value in wanted.items():
        if said.get(name) != value:
            yield f"{name} is {said.get(name)!r}, not {value!r}"
    if said.get("Healthcheck", {}).get("Test") != ["CMD", "/usr/bin/api-server", "health"]:
        yield f"the health check is {said.get('Healthcheck')!r}"
    for label in LABELS:
        if not (said.get("Labels") or {}).get(label):
            yield f"no label {label}"


def faults_of_files(files):
    times = {member.mtime for member in files.values()}
    if len(times) != 1:
        yield f"files of {len(times)} times: not reproducible"
    for name, member in files.items():
        if member.uid or member.gid:
            yield f"{name} belongs to {member.uid}:{member.gid}: the server could change it"
        if member.mode & 0o6000:
            yield f"{name} is setuid or setgid"
        if member.mode & 0o022 and not member.issym():
            yield f"{name} can be written by everybody"
        if name.split("/")[-1] in SHELLS and "bin/" in name:
            yield f"{name} is there"
    if sorted(name for name, member in files.items() if "/bin/" in name and member.isreg()) != ["usr/bin/api-server"]:
        yield "usr/bin holds more than the server"
    for needed in ("usr/share/zoneinfo/Europe/Berlin", "usr/share/zoneinfo/tzdata.zi", "etc/ssl/certs/ca-certificates.crt",
                   "etc/passwd", "lib64"):
        if needed not in files:
            yield f"no {needed}"


def packages_of(status):
    return {fields["Package"]: fields["Version"] for fields in
            (dict(line.split(": ", 1) for line in block.splitlines() if line[:1].isalpha() and ": " in line)
             for block in status.split("\n\n")) if fields}


def faults_of_origin(files, contents):
    packages = packages_of(contents["var/lib/dpkg/status"])
    bill = json.loads(contents["usr/share/doc/libapi/sbom.spdx.json"])
    listed = {package["name"]: package["versionInfo"] for package in bill["packages"] if package["name"] != "api-server"}
    if listed != packages or len(packages) < 10:
        yield f"the SBOM lists {len(listed)} packages, dpkg's file {len(packages)}"
    for name in packages:
        if f"usr/share/doc/{name}/copyright" not in files:
            yield f"no copyright of {name}"


def candidates(names):
    """The newest version that the archives of this machine have; security updates are one of them."""
    said = subprocess.run(["apt-cache", "policy", *names], capture_output=True, text=True, check=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin"}).stdout
    found, name = {}, None
    for line in said.splitlines():
        if not line.startswith(" "):
            name = line.rstrip(":")
        elif line.startswith("  Candidate:"):
            found[name] = line.split()[1]
    return found


def faults_of_age(packages):
    newest = candidates(sorted(packages))
    for name, version in packages.items():
        if subprocess.run(["dpkg", "--compare-versions", version, "ge", newest.get(name, "0")], check=False).returncode:
            yield f"{name} is {version}, the archive has {newest[name]}"


def main():
    image = Image(sys.argv[1])
    size = image.bytes()
    faults = [*faults_of_config(image.config), *faults_of_files(image.files), *faults_of_origin(image.files, image.contents),
              *faults_of_age(packages_of(image.contents["var/lib/dpkg/status"]))]
    if size > LARGEST_BYTES:
        faults.append(f"{size} bytes compressed, more than {LARGEST_BYTES}")
    for fault in faults:
        print("image:", fault, file=sys.stderr)
    if len(sys.argv) > 2:
        (pathlib.Path(sys.argv[2]) / "sbom.spdx.json").write_text(
            image.contents["usr/share/doc/libapi/sbom.spdx.json"], encoding="utf-8")
    packages = packages_of(image.contents["var/lib/dpkg/status"])
    print(f"image: {size / 1e6:.1f} MB compressed, {len(image.files)} files, {len(packages)} Debian packages, "
          f"{len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: image_content.py FOLDER [OUT]")
    sys.exit(main())
