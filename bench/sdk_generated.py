"""sdk_generated.py: the C client that openapi-generator makes of our contract, built in a scratch folder and linked into
bench/sdk_openapi.c. Needs a Java runtime and the PyPI package openapi-generator-cli, which brings the generator.

What it generates of this contract does not all compile: names of constants hold the colons of scopes. What does not is
left out and counted; getEvent needs none of it."""
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]


def generate(tools, contract, out):
    done = subprocess.run([tools / "openapi-generator-cli", "generate", "-g", "c", "-i", contract, "-o", out,
                           "--skip-validate-spec"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"openapi-generator: {done.stdout[-2000:]}{done.stderr[-2000:]}")


def compile_all(out):
    """Objects of what compiles, and how many files do not."""
    objects, refused = [], 0
    for source in sorted(path for part in ("src", "external", "model", "api") for path in (out / part).glob("*.c")):
        target = source.with_suffix(".o")
        done = subprocess.run(["cc", "-O2", "-w", "-c", source, "-o", target], cwd=source.parent, capture_output=True,
                              check=False)
        refused += done.returncode != 0
        objects += [target] if done.returncode == 0 else []
    return objects, refused


def build(tools, contract, scratch, libapi):
    """The program, how many sources were generated, and how many of them do not compile."""
    out = pathlib.Path(scratch, "generated")
    generate(tools, contract, out)
    objects, refused = compile_all(out)
    archive, program = out / "generated.a", pathlib.Path(scratch, "sdk_openapi")
    subprocess.run(["ar", "rcs", archive, *objects], check=True)
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libcurl", "json-c"], capture_output=True, text=True,
                           check=True).stdout.split()
    subprocess.run(["cc", "-O2", "-w", "-D_GNU_SOURCE", ROOT / "bench/sdk_openapi.c", ROOT / "bench/sdk_peer.c", "-o", program,
                    f"-I{ROOT / 'include'}", f"-I{out}", archive, f"-L{libapi}", "-lapi", f"-Wl,-rpath,{libapi}", *flags,
                    "-lssl", "-lcrypto", "-lpthread"], check=True)
    return program, len(objects) + refused, refused


if __name__ == "__main__":
    print(build(pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4]))
