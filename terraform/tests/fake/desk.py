"""A desk with a fake AWS: a copy of the tree, moto's server as a process of its own, and what a workflow's job is given."""
import contextlib
import hashlib
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
HOME = ROOT / ".dev" / "fake-aws"
REGION = "eu-central-1"


def environment_of_tools():
    """The pinned moto and aws in an environment of their own, made anew when the pins change."""
    pins = HERE / "requirements.txt"
    stamp, want = HOME / "stamp", hashlib.sha256(pins.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != want:
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run(["/usr/bin/python3", "-m", "venv", HOME], check=True)
        subprocess.run([HOME / "bin" / "pip", "install", "-q", "--disable-pip-version-check", "-r", pins], check=True)
        stamp.write_text(want)


def missing():
    """What cannot be had here, in words; None when all is here."""
    if not shutil.which("terraform"):
        return "terraform is not installed: 1.11 or later is needed"
    try:
        environment_of_tools()
    except subprocess.CalledProcessError as error:
        return f"moto and aws cannot be installed: {error}"
    return None


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, server, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return
        time.sleep(0.2)
    raise RuntimeError(f"the fake AWS does not answer; see {HOME}/server.log")


@contextlib.contextmanager
def fake_aws():
    """Yields the environment under which Terraform and aws talk to it and to nobody else."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with open(HOME / "server.log", "wb") as log:
        server = subprocess.Popen([HOME / "bin" / "python", HERE / "server.py", str(port)], stdout=log, stderr=log,
                                  env=os.environ | {"MOTO_IAM_LOAD_MANAGED_POLICIES": "true"})
    try:
        wait_for(url + "/moto-api/", server)
        yield os.environ | {
            "AWS_ENDPOINT_URL": url, "AWS_REGION": REGION, "AWS_DEFAULT_REGION": REGION, "AWS_ACCESS_KEY_ID": "none",
            "AWS_SECRET_ACCESS_KEY": "none", "AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "PATH": f"{HOME}/bin:{os.environ['PATH']}"} | of_terraform()
    finally:
        server.terminate()
        server.wait(30)


def of_terraform():
    plugins = pathlib.Path(os.environ.get("LIBAPI_TF_PLUGINS", "/opt/tf-plugins"))
    config = HOME / "terraform.rc"
    config.write_text("")
    return {"TF_CLI_CONFIG_FILE": str(config), "TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1", "TF_CLI_ARGS": "-no-color",
            "TF_VAR_max_retries": "2"} | ({"TF_CLI_ARGS_init": f"-plugin-dir={plugins}"} if plugins.is_dir() else {})


def copy_of_tree():
    tree = HOME / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    for name in ("terraform", "scripts/ci", "docs/runbooks"):
        shutil.copytree(ROOT / name, tree / name, symlinks=True,
                        ignore=shutil.ignore_patterns(".terraform*", "*.auto.tfvars*", "plan.bin", "*.tfstate*"))
    shutil.copy(ROOT / "VERSION", tree)
    return tree


class Failed(Exception):
    """A step did not do what it must; the message says what was seen."""


class Shell:
    """Runs commands in the tree; `env` grows by what earlier steps learned."""

    def __init__(self, folder, env):
        self.folder, self.env = folder, env

    def run(self, *words, status=0, says=None, seconds=3600, **more):
        done = subprocess.run([str(word) for word in words], cwd=self.folder, env=self.env | more, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, timeout=seconds)
        said = done.stdout + done.stderr
        if (done.returncode != 0) != (status != 0) or (says and says not in said):
            raise Failed(f"{' '.join(map(str, words))}: status {done.returncode}, wanted {status} {says or ''}\n{said[-6000:]}")
        return done.stdout if status == 0 and says is None else said


def perform(steps, shell):
    """Each step in its order, its time beside it; the first that fails ends it."""
    for number, step in enumerate(steps):
        began = time.monotonic()
        try:
            word = step(shell)
        except Failed as error:
            print(f"FAULT   {step.__name__}, {time.monotonic() - began:.0f} s: {step.__doc__}\n{error}")
            print(f"{number} passed, 1 failed, {len(steps) - number - 1} not reached")
            return 1
        print(f"ok      {step.__name__}, {time.monotonic() - began:.0f} s: {word or step.__doc__}")
        sys.stdout.flush()
    print(f"{len(steps)} passed, 0 failed")
    return 0
