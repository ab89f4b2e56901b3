"""Certificates of an authority of the test's own, made by openssl."""
import subprocess


class Authority:
    """One that signs; `ca` is what to trust."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.ca, self.key = f"{folder}/{name}-ca.pem", f"{folder}/{name}-ca.key"
        openssl("req", "-x509", *new_key(self.key), "-days", "2", "-out", self.ca, "-subj", f"/CN={name}")

    def issue(self, name, usage):
        """A certificate for `localhost` and its key, in one file (PEM). usage: serverAuth or clientAuth."""
        stem = f"{self.folder}/{self.name}-{name}"
        openssl("req", *new_key(f"{stem}.key"), "-out", f"{stem}.csr", "-subj", f"/CN={name}")
        with open(f"{stem}.ext", "w", encoding="ascii") as file:
            file.write(f"subjectAltName=DNS:localhost\nextendedKeyUsage={usage}\n")
        openssl("x509", "-req", "-in", f"{stem}.csr", "-CA", self.ca, "-CAkey", self.key, "-CAcreateserial", "-days", "2",
                "-extfile", f"{stem}.ext", "-out", f"{stem}.crt")
        with open(f"{stem}.pem", "wb") as file:
            for part in ("crt", "key"):
                file.write(open(f"{stem}.{part}", "rb").read())
        return f"{stem}.pem"


def new_key(path):
    return ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", path]


def openssl(*arguments):
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)
