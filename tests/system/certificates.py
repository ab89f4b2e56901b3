"""certificates.py: certificates for the tests, by the openssl command."""
import subprocess


def self_signed(folder, name, subject="localhost"):
    """For `localhost`; its file and its key's."""
    return make(folder, name, subject)


def authority(folder, name):
    return make(folder, name, f"authority {name}")


def issued(folder, name, issuer, more=()):
    """For `localhost`, by an `authority`; `more` are extensions."""
    cert, key = f"{folder}/{name}.pem", f"{folder}/{name}.key"
    run("req", "-x509", *NEW_KEY, "-days", "30", "-keyout", key, "-out", cert, "-subj", f"/CN={name}", "-CA", issuer[0], "-CAkey", issuer[1],
        *extensions(("subjectAltName=DNS:localhost", "basicConstraints=critical,CA:FALSE", "extendedKeyUsage=serverAuth", *more)))
    return cert, key


NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")


def make(folder, name, subject):
    cert, key = f"{folder}/{name}.pem", f"{folder}/{name}.key"
    run("req", "-x509", *NEW_KEY, "-days", "30", "-keyout", key, "-out", cert, "-subj", f"/CN={subject}",
        *extensions(("subjectAltName=DNS:localhost",)))
    return cert, key


def extensions(texts):
    return [word for text in texts for word in ("-addext", text)]


def run(*arguments):
    done = subprocess.run(["openssl", *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


class Authority:
    """One that signs; `ca` is what to trust."""

    def __init__(self, folder, name):
        self.folder, self.name = folder, name
        self.ca, self.key = f"{folder}/{name}-ca.pem", f"{folder}/{name}-ca.key"
        run("req", "-x509", *NEW_KEY, "-keyout", self.key, "-days", "2", "-out", self.ca, "-subj", f"/CN={name}")

    def issue(self, name, usage):
        """A certificate for `localhost` and its key, in one file (PEM). usage: serverAuth or clientAuth."""
        stem = f"{self.folder}/{self.name}-{name}"
        run("req", *NEW_KEY, "-keyout", f"{stem}.key", "-out", f"{stem}.csr", "-subj", f"/CN={name}")
        with open(f"{stem}.ext", "w", encoding="ascii") as file:
            file.write(f"subjectAltName=DNS:localhost\nextendedKeyUsage={usage}\n")
        run("x509", "-req", "-in", f"{stem}.csr", "-CA", self.ca, "-CAkey", self.key, "-CAcreateserial", "-days", "2",
                "-extfile", f"{stem}.ext", "-out", f"{stem}.crt")
        with open(f"{stem}.pem", "wb") as file:
            for part in ("crt", "key"):
                file.write(open(f"{stem}.{part}", "rb").read())
        return f"{stem}.pem"
