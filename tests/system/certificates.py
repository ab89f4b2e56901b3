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
