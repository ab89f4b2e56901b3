#!/usr/bin/env python3
"""Installed under a prefix of its own, everything a user gets is there, and a C and a C++ program outside the source
tree are built with nothing but pkg-config, against libapi.so and against libapi.a, and talk to the server."""
import json
import os
import pathlib
import re
import subprocess
import tempfile

from wire import Checks

ROOT = pathlib.Path(__file__).resolve().parents[2]
VERSION = (ROOT / "VERSION").read_text(encoding="utf-8").strip()

APP = r"""
#include <api/api.h>
#include <stdio.h>

static int fail(const libapi_error *error) {
	fprintf(stderr, "%s\n", libapi_error_text(error));
	return 1;
}

static int32_t create(libapi_client *client, const char *calendar, int number, libapi_error **error) {
	LIBAPI_AUTO(event_draft) *draft = NULL;
	LIBAPI_AUTO(event) *event = NULL;
	char title[32], start[32], end[32];

	snprintf(title, sizeof(title), "Event %d", number);
	snprintf(start, sizeof(start), "2026-12-%02dT09:00:00Z", number);
	snprintf(end, sizeof(end), "2026-12-%02dT10:00:00Z", number);
	if (libapi_event_draft_new(&draft) || libapi_event_draft_set_title(draft, title) ||
		libapi_event_draft_set_start_time(draft, start) || libapi_event_draft_set_end_time(draft, end)) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_event_create(client, calendar, draft, NULL, &event, error);
}

static void print_page(const libapi_event_page *page) {
	printf("page:");
	for (size_t i = 0; i < libapi_event_page_count(page); i++) {
		printf(" %s,", libapi_event_title(libapi_event_page_at(page, i)));
	}
	printf("\n");
}

/* The id of the first event that comes. */
static int32_t list(libapi_client *client, const char *calendar, char *first, size_t room, libapi_error **error) {
	LIBAPI_AUTO(event_list_query) *query = NULL;
	LIBAPI_AUTO(event_page) *page = NULL;
	int32_t code = libapi_event_list_query_new(&query);

	if (code == LIBAPI_OK) {
		code = libapi_event_list_query_set_limit(query, 3);
	}
	while (code == LIBAPI_OK) {
		libapi_event_page_unref(page);
		page = NULL;
		code = libapi_event_list(client, calendar, query, NULL, &page, error);
		if (code != LIBAPI_OK) {
			break;
		}
		print_page(page);
		if (first[0] == '\0') {
			snprintf(first, room, "%s", libapi_event_id(libapi_event_page_at(page, 0)));
		}
		if (libapi_event_page_next_cursor(page) == NULL) {
			break;
		}
		code = libapi_event_list_query_set_cursor(query, libapi_event_page_next_cursor(page));
	}
	return code;
}

static int32_t patch(libapi_client *client, const char *calendar, const char *id, libapi_error **error) {
	LIBAPI_AUTO(event_patch) *patch = NULL;
	LIBAPI_AUTO(call_options) *options = NULL;
	LIBAPI_AUTO(event) *event = NULL;

	if (libapi_event_patch_new(&patch) || libapi_event_patch_set_title(patch, "Changed") ||
		libapi_call_options_new(&options) || libapi_call_options_set_if_match_version(options, 1)) {
		return LIBAPI_E_MEMORY;
	}
	return libapi_event_update(client, calendar, id, patch, NULL, options, &event, error);
}

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_draft) *draft = NULL;
	LIBAPI_AUTO(calendar) *calendar = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	char first[64] = "";

	if (libapi_client_open(NULL, &client, &error) || libapi_calendar_draft_new(&draft) ||
		libapi_calendar_draft_set_name(draft, "Team") ||
		libapi_calendar_create(client, draft, NULL, &calendar, &error)) {
		return fail(error);
	}
	for (int i = 1; i <= 10; i++) {
		if (create(client, libapi_calendar_id(calendar), i, &error)) {
			return fail(error);
		}
	}
	if (list(client, libapi_calendar_id(calendar), first, sizeof(first), &error) ||
		patch(client, libapi_calendar_id(calendar), first, &error)) {
		return fail(error);
	}
	/* The version is 2 by now, so the same patch comes too late. */
	if (patch(client, libapi_calendar_id(calendar), first, &error) != LIBAPI_E_STALE) {
		return fail(error);
	}
	printf("%d, request %s\n", (int)libapi_error_http_status(error), libapi_error_request_id(error));
	return 0;
}
"""

CPP = r"""
#include <api/api.h>
#include <iostream>

int main() {
	LIBAPI_AUTO(client) *client = nullptr;
	LIBAPI_AUTO(capabilities) *able = nullptr;
	LIBAPI_AUTO(error) *error = nullptr;
	if (libapi_client_open(nullptr, &client, &error) || libapi_capabilities_get(client, nullptr, &able, &error)) {
		std::cerr << libapi_error_text(error) << "\n";
		return 1;
	}
	std::cout << libapi_capabilities_version(able) << "\n";
}
"""

CMAKE = """\
cmake_minimum_required(VERSION 3.18)
project(outside C)
find_package(libapi 0.1 REQUIRED)
add_executable(shared app.c)
target_link_libraries(shared PRIVATE libapi::libapi)
add_executable(archive app.c)
target_link_libraries(archive PRIVATE libapi::static)
"""

UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
SHOWN = re.compile(r"page: Event 1, Event 2, Event 3,\npage: Event 4, Event 5, Event 6,\n"
                   rf"page: Event 7, Event 8, Event 9,\npage: Event 10,\n412, request {UUID}\n")
check = Checks()


def run(*words, cwd=None, **more):
    try:
        return subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=300, check=False,
                              env={**os.environ, **more})
    except OSError as error:
        return subprocess.CompletedProcess(words, 127, "", str(error))


def must(what, done):
    check.that(done.returncode == 0, f"{what}: exit {done.returncode}\n{(done.stdout + done.stderr)[-2000:]}")
    return done.stdout


def install(build, prefix):
    """Only what is installed is built, without optimisation, since only its place is tested here. False: it is not."""
    must("meson setup", run("meson", "setup", build, f"--prefix={prefix}", "--libdir=lib", "-Dbuildtype=plain", cwd=ROOT))
    known = run("meson", "introspect", build, "--targets").stdout
    targets = [target for target in json.loads(known or "[]") if target["installed"]]
    wanted = [os.path.relpath(name, build) for target in targets for name in target["filename"][:1]]
    must("ninja", run("ninja", "-j2", "-C", build, *wanted))
    done = run("meson", "install", "-C", build, "--no-rebuild", "--quiet")
    must("meson install", done)
    return done.returncode == 0


def everything_is_there(prefix):
    wanted = {str(path.relative_to(folder)) for folder in (ROOT / "include", ROOT / "bindings/cpp/include")
              for path in folder.rglob("*.h*")}
    found = [path for path in (prefix / "include").rglob("*") if path.is_file()]
    there = {str(path.relative_to(prefix / "include")) for path in found}
    check.that(there == wanted, f"the public headers and no other file: {sorted(there ^ wanted)}")
    for name in ("lib/libapi.a", "lib/libapi.so", "lib/libapi.so.1", "share/man/man1/calctl.1", "share/man/man3/libapi_event.3",
                 "share/man/man3/libapi_event_create.3", "share/libapi/libapi.json",
                 "lib/cmake/libapi/libapi-config.cmake", "share/bash-completion/completions/calctl.bash"):
        check.that((prefix / name).is_file() and (prefix / name).stat().st_size > 0, f"{name} is not there")
    for path in found:
        said = re.findall(r"#include\s+[<\"](?:curl/|json|libpq|h2o).*", path.read_text(encoding="utf-8"))
        check.that(not said, f"{path.name} includes {said}")


def programs_run(prefix):
    """From the prefix, with no help from the environment."""
    check.that("calctl NOUN VERB" in must("calctl --help", run(f"{prefix}/bin/calctl", "--help")), "calctl --help")
    check.that(VERSION in must("calctl --version", run(f"{prefix}/bin/calctl", "--version")), "calctl --version")
    check.that(VERSION in must("api-server --version", run(f"{prefix}/bin/api-server", "--version")), "api-server --version")
    shown = must("calctl capabilities get", run(f"{prefix}/bin/calctl", "capabilities", "get", "-o", "json"))
    check.that(f'"version":"{VERSION}"' in shown, f"calctl capabilities get: {shown}")
    completion = prefix / "share/bash-completion/completions/calctl.bash"
    must("the completion", run("bash", "-euc", f'. "{completion}"; complete -p calctl'))
    for page in ("calctl", "libapi_event_create"):
        shown = run("man", "-M", f"{prefix}/share/man", page, MANPAGER="cat").stdout
        check.that(page.upper() in shown.upper() and "NAME" in shown, f"man {page}: {shown[:200]}")


def pkg_config(*words):
    return must("pkg-config " + " ".join(words), run("pkg-config", *words, "libapi")).split()


def nothing_leaks():
    shared, static = pkg_config("--libs"), pkg_config("--static", "--libs")
    check.that(not {"-lcurl", "-ljson-c", "-lpq", "-lssl"} & set(shared), f"pkg-config --libs leaks: {shared}")
    check.that({"-lapi", "-lcurl"} <= set(static), f"pkg-config --static --libs lacks something: {static}")
    check.that(pkg_config("--print-requires") == [], "pkg-config --print-requires names something")
    check.that(pkg_config("--modversion") == [VERSION], "pkg-config --modversion")


def linked(program):
    return run("readelf", "-d", program).stdout


def c_program(work):
    """The line of the README, word for word."""
    (work / "app.c").write_text(APP, encoding="utf-8")
    must("cc", run("sh", "-c", "cc app.c $(pkg-config --cflags --libs libapi)", cwd=work))
    check.that("libapi.so.1" in linked(work / "a.out"), "the program names libapi.so.1, not another")
    for library in ("libcurl",):
        check.that(library not in linked(work / "a.out"), f"the program names {library} of its own")
    shown = must("the program", run(work / "a.out", LD_LIBRARY_PATH=os.environ["PREFIX"] + "/lib"))
    check.that(SHOWN.fullmatch(shown), f"the program shows {shown!r}")


def there(word):
    """Whether the linker finds -lNAME: libcurl.pc names what only libcurl.a needs, and Debian does not insist on it."""
    name = word.removeprefix("-l")
    return not word.startswith("-l") or any("/" in run("cc", f"-print-file-name=lib{name}.{end}").stdout for end in ("so", "a"))


def static_program(work):
    words = [word for word in pkg_config("--static", "--cflags", "--libs") if there(word) or word == "-lapi"]
    words = ["-l:libapi.a" if word == "-lapi" else word for word in words]
    must("cc against libapi.a", run("cc", "-o", "static", "app.c", *words, cwd=work))
    check.that("libapi" not in linked(work / "static"), "the static program needs no libapi.so")
    shown = must("the static program", run(work / "static"))
    check.that(SHOWN.fullmatch(shown), f"the static program shows {shown!r}")


def cpp_program(work):
    (work / "app.cpp").write_text(CPP, encoding="utf-8")
    flags = "-std=c++17 -Wall -Wextra -Werror -o cpp"
    must("c++", run("sh", "-c", f"c++ {flags} app.cpp $(pkg-config --cflags --libs libapi)", cwd=work))
    shown = must("the C++ program", run(work / "cpp", LD_LIBRARY_PATH=os.environ["PREFIX"] + "/lib"))
    check.that(shown == f"{VERSION}\n", f"the C++ program shows {shown!r}")


def cmake_project(work):
    """The same program by find_package, shared and static; a version that is not there yet is refused."""
    (work / "CMakeLists.txt").write_text(CMAKE, encoding="utf-8")
    prefix = f"-DCMAKE_PREFIX_PATH={os.environ['PREFIX']}"
    must("cmake", run("cmake", "-S", ".", "-B", "made", prefix, cwd=work))
    must("cmake --build", run("cmake", "--build", "made", cwd=work))
    for program in ("shared", "archive"):
        shown = must(program, run(work / "made" / program, LD_LIBRARY_PATH=os.environ["PREFIX"] + "/lib"))
        check.that(SHOWN.fullmatch(shown), f"the {program} program shows {shown!r}")
    check.that("libapi" not in linked(work / "made" / "archive"), "the archive program needs no libapi.so")
    (work / "CMakeLists.txt").write_text(CMAKE.replace("libapi 0.1", "libapi 9.0"), encoding="utf-8")
    done = run("cmake", "-S", ".", "-B", "late", prefix, cwd=work)
    check.that(done.returncode != 0 and "9.0" in done.stderr, f"find_package(libapi 9.0) says {done.stderr!r}")


with tempfile.TemporaryDirectory(prefix="libapi-install-") as name:
    folder = pathlib.Path(name)
    place = folder / "prefix"
    os.environ.update(PREFIX=str(place), PKG_CONFIG_PATH=f"{place}/lib/pkgconfig")
    if install(f"{folder}/build", place):
        (folder / "outside").mkdir()
        everything_is_there(place)
        programs_run(place)
        nothing_leaks()
        c_program(folder / "outside")
        static_program(folder / "outside")
        cmake_project(folder / "outside")
        cpp_program(folder / "outside")
check.done()
