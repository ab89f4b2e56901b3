#!/usr/bin/env python3
"""What the image is made of, as SPDX 2.3 in JSON: the server, and the Debian packages that its files are from.

    sbom.py VERSION_FILE PROGRAM DPKG_STATUS

The same input gives the same bytes: the time is SOURCE_DATE_EPOCH, the document's name a hash of what it says."""
import datetime
import hashlib
import json
import os
import pathlib
import re
import sys


def stanzas(text):
    """The packages of a dpkg status file: a dictionary of fields each, continuation lines left out."""
    for block in re.split(r"\n\s*\n", text):
        fields = dict(re.findall(r"^(\S+): *(.*)$", block, re.M))
        if fields:
            yield fields


def spdx_id(name):
    return "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", name)


def debian_package(fields):
    name, version, architecture = fields["Package"], fields["Version"], fields["Architecture"]
    escaped = version.replace("+", "%2B").replace(":", "%3A").replace("~", "%7E")
    return {
        "SPDXID": spdx_id(name), "name": name, "versionInfo": version,
        "supplier": "Organization: Debian", "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION", "licenseDeclared": "NOASSERTION", "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{name}@{escaped}?arch={architecture}&distro=debian-12"}],
        "sourceInfo": "source package " + fields.get("Source", name),
    }


def server_package(version, program):
    return {
        "SPDXID": spdx_id("api-server"), "name": "api-server", "versionInfo": version,
        "downloadLocation": "NOASSERTION", "filesAnalyzed": False,
        "checksums": [{"algorithm": "SHA256", "checksumValue": hashlib.sha256(program).hexdigest()}],
        "licenseConcluded": "Apache-2.0", "licenseDeclared": "Apache-2.0", "copyrightText": "NOASSERTION",
    }


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def depends(fields, known):
    """Of the packages that a package depends on those that are in the image."""
    names = re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]*)", fields.get("Depends", "") + "," + fields.get("Pre-Depends", ""))
    return sorted({name for name in names if name in known and name != fields["Package"]})


def document(version, program, status):
    found = sorted(stanzas(status), key=lambda fields: fields["Package"])
    known = {fields["Package"] for fields in found}
    server = server_package(version, program)
    relations = [relation("SPDXRef-DOCUMENT", "DESCRIBES", server["SPDXID"])]
    relations += [relation(server["SPDXID"], "CONTAINS", spdx_id(name)) for name in sorted(known)]
    relations += [relation(spdx_id(fields["Package"]), "DEPENDS_ON", spdx_id(name))
                  for fields in found for name in depends(fields, known)]
    packages = [server] + [debian_package(fields) for fields in found]
    said = hashlib.sha256(json.dumps([packages, relations]).encode()).hexdigest()
    created = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"api-server-{version}", "documentNamespace": f"https://libapi.net/sbom/api-server-{version}-{said}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: libapi-sbom.py"]},
        "packages": packages, "relationships": relations,
    }


def main():
    version, program, status = (pathlib.Path(name) for name in sys.argv[1:])
    made = document(version.read_text(encoding="utf-8").strip(), program.read_bytes(), status.read_text(encoding="utf-8"))
    if len(made["packages"]) < 2:
        sys.exit(f"sbom.py: {status} names no package")
    json.dump(made, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: sbom.py VERSION_FILE PROGRAM DPKG_STATUS")
    main()
