/* stage.cpp: the conformance cases through the C++ API.
 *
 * Files, servers and the comparison of JSON are tests/conformance/ (run.c, case.c, json.c), as for C; from the first
 * step to the last everything here goes through libapi::, and failures come as exceptions. */
#include "bindings/cpp/tests/stage.hpp"

#include <cstdarg>
#include <cstdio>
#include <ctime>
#include <sys/wait.h>
#include <unistd.h>

constexpr std::time_t DRAIN_MAX_S = 60;

static std::unique_ptr<stage> on; /* run.c plays one case after the other */

extern "C" {
/* Whether every accessor is reached by a case is the C runner's to tell. */
struct reader *const readers[] = { nullptr };
const size_t reader_count = 0;
struct builder *const builders[] = { nullptr };
const size_t builder_count = 0;
}

held_call &stage::call_of(json_object *step, const char *member) {
	const auto found = calls.find(json_text_of(step, member));

	if (found == calls.end()) {
		throw fault("no call has this name");
	}
	return *found->second;
}

/* ---- steps ---------------------------------------------------------------------------------------------- */

static void do_raw(json_object *step, outcome &out) {
	const char *body = json_text_of(step, "body");
	std::optional<libapi::call_options> options;

	fill_if_given(options, step, "options");
	const libapi::response answer = on->client->request(json_text_of(step, "raw"),
		json_text_of(step, "target"),
		body != nullptr ? std::optional<std::string_view>(body) : std::nullopt, nullptr,
		options ? *options : libapi::call_options::none());
	out.gives.reset(picture_of(answer, json_at(step, "gives.headers")));
}

static void do_finish(json_object *step, outcome &out) {
	held_call &held = on->call_of(step, "finish");
	bool is_forked = false;

	const auto finish = [&] {
		out.answer.reset(picture_of(held.call(), json_at(step, "answer.headers")));
		out.attempts = held.call().attempts();
		if (!held.call().is_done() && !is_forked) {
			throw fault("the call was taken and is not done");
		}
		on->calls.erase(json_text_of(step, "finish"));
	};
	try {
		held.take(out);
	} catch (const libapi::error &why) {
		is_forked = why.code() == libapi::code::forked;
		finish();
		throw;
	}
	finish();
}

static void cross_off(std::vector<std::string> &due, const libapi::done_call &call) {
	for (std::size_t i = 0; i < due.size(); i++) {
		if (call == on->calls.at(due[i])->call()) {
			due.erase(due.begin() + static_cast<std::ptrdiff_t>(i));
			return;
		}
	}
	throw fault("a call came out that was not expected: " + std::string(call.operation()));
}

static void do_drain(json_object *step) {
	json_object *names = json_object_object_get(step, "drain");
	const std::time_t last = std::time(nullptr) + DRAIN_MAX_S;
	std::vector<std::string> due;

	for (std::size_t i = 0; i < json_object_array_length(names); i++) {
		due.emplace_back(json_object_get_string(json_object_array_get_idx(names, i)));
	}
	while (!due.empty() && std::time(nullptr) < last) {
		on->client->process(std::chrono::milliseconds(100));
		while (const auto call = on->client->next_done()) {
			cross_off(due, *call);
		}
	}
	if (!due.empty()) {
		throw fault(due[0] + " did not come out");
	}
	if (on->client->next_done()) {
		throw fault("one more call came out");
	}
}

static void do_fork(scene *of, json_object *step) {
	int status = 0;

	(void)std::fflush(nullptr);
	const pid_t child = fork();
	if (child == 0) {
		step_run_all(of, json_object_object_get(step, "fork"));
		if (of->fault != nullptr) {
			(void)std::fprintf(stderr, "in the child: %s\n", of->fault);
		}
		_exit(of->fault != nullptr ? 1 : 0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
		throw fault("the child ended with " + std::to_string(status));
	}
}

/* ---- the table ------------------------------------------------------------------------------------------ */

using run_step = void (*)(scene *of, json_object *step, outcome &out);

static const struct step_kind {
	const char *name;
	bool asks; /* of the client, so that it fails without one */
	run_step run;
	const char *members[12];
} kinds[] = {
	{ "call", true, [](scene *, json_object *step, outcome &out) { step_perform(*on, step, out); },
		{ "call", "path", "query", "body", "options", "gives", "text", "fails", "save" } },
	{ "raw", true, [](scene *, json_object *step, outcome &out) { do_raw(step, out); },
		{ "raw", "target", "body", "options", "gives", "fails", "save" } },
	{ "list", true, [](scene *, json_object *step, outcome &out) { step_list(*on, step, out); },
		{ "list", "path", "query", "options", "max", "as", "gives", "fails", "save" } },
	{ "sync", true, [](scene *, json_object *step, outcome &out) { step_sync(*on, step, out); },
		{ "sync", "token", "limit", "wait", "options", "max", "as", "gives", "fails", "save" } },
	{ "more", true, [](scene *, json_object *step, outcome &out) { step_more(*on, step, out); },
		{ "more", "max", "gives", "fails", "save" } },
	{ "start", true, [](scene *, json_object *step, outcome &) { step_start(*on, step); },
		{ "start", "as", "path", "query", "body", "options", "fails" } },
	{ "cancel", false,
		[](scene *, json_object *step, outcome &) { on->call_of(step, "cancel").call().cancel(); },
		{ "cancel" } },
	{ "finish", false, [](scene *, json_object *step, outcome &out) { do_finish(step, out); },
		{ "finish", "gives", "text", "fails", "attempts", "answer", "save" } },
	{ "drain", true, [](scene *, json_object *step, outcome &) { do_drain(step); },
		{ "drain", "fails" } },
	{ "release", false,
		[](scene *, json_object *step, outcome &) {
			(void)on->call_of(step, "release");
			on->calls.erase(json_text_of(step, "release"));
		},
		{ "release" } },
	{ "fork", false, [](scene *of, json_object *step, outcome &) { do_fork(of, step); },
		{ "fork" } },
	{ "close", false, [](scene *, json_object *, outcome &) { on->client.reset(); }, { "close" } },
};

static const step_kind &kind_of(json_object *step) {
	for (const step_kind &each : kinds) {
		if (json_object_object_get_ex(step, each.name, nullptr)) {
			const char *stranger = json_stranger(step, each.members);

			if (stranger == nullptr) {
				return each;
			}
			throw fault(std::string(stranger) + ": no member of such a step");
		}
	}
	throw fault(std::string("no step of the README: ") + json_object_to_json_string(step));
}

/* ---- what came, against what is expected ---------------------------------------------------------------- */

static void compare(const char *where, json_object *due, json_object *got) {
	const std::unique_ptr<char, void (*)(void *)> differs(
		json_differ(where, due, got), std::free);

	if (differs) {
		throw fault(differs.get());
	}
}

static void judge(const outcome &out, json_object *step, scene *of) {
	json_object *due = nullptr;

	if (json_object_object_get_ex(step, "fails", &due)) {
		const tree none(json_tokener_parse("{\"code\": \"LIBAPI_OK\"}"));

		compare("fails", due, out.failure ? out.failure.get() : none.get());
	} else if (out.failure) {
		throw fault(json_object_to_json_string(out.failure.get()));
	}
	if (json_object_object_get_ex(step, "gives", &due)) {
		compare("gives", due, out.gives.get());
	}
	if (json_object_object_get_ex(step, "answer", &due)) {
		compare("answer", due, out.answer.get());
	}
	if (json_object_object_get_ex(step, "text", &due) && out.text != json_object_get_string(due)) {
		throw fault("text is " + out.text.value_or("none"));
	}
	if (json_object_object_get_ex(step, "attempts", &due) &&
		out.attempts != json_object_get_int(due)) {
		throw fault("attempts is " + std::to_string(out.attempts));
	}
	if (json_object_object_get_ex(step, "save", &due)) {
		json_object_object_foreach(due, name, path) {
			json_object *value = json_at(out.gives.get(), json_object_get_string(path));

			if (value == nullptr) {
				throw fault(std::string("save: the answer has no ") + name);
			}
			json_object_object_add(of->names, name, json_object_get(value));
		}
	}
}

static void run_filled(scene *of, const step_kind &how, json_object *step) {
	outcome out;

	of->call_count += how.asks ? 1 : 0;
	if (how.asks && on->open_failure) {
		out.failure.reset(json_object_get(on->open_failure.get()));
		return judge(out, step, of);
	}
	try {
		how.run(of, step, out);
	} catch (const libapi::error &why) {
		out.failure.reset(picture_of(why));
	}
	judge(out, step, of);
}

static void run_step_of(scene *of, json_object *step) {
	const step_kind &how = kind_of(step);
	char *unknown = nullptr;
	/* The steps of a child are filled in there, with what it saved. */
	const tree filled(std::string_view(how.name) == "fork"
				  ? json_object_get(step)
				  : json_fill_in(step, of->names, &unknown));
	const std::unique_ptr<char, void (*)(void *)> held(unknown, std::free);

	if (unknown != nullptr) {
		throw fault(std::string(unknown) + " was not saved");
	}
	run_filled(of, how, filled.get());
}

/* ---- what case.c calls ---------------------------------------------------------------------------------- */

extern "C" void step_run_all(scene *of, json_object *steps) {
	for (std::size_t i = 0; i < json_object_array_length(steps) && of->fault == nullptr; i++) {
		try {
			run_step_of(of, json_object_array_get_idx(steps, i));
		} catch (const std::exception &why) {
			scene_complain(of, "steps.%zu: %s", i, why.what());
		}
	}
}

extern "C" void scene_init(scene *of) {
	*of = {};
	of->names = json_object_new_object();
	on = std::make_unique<stage>();
}

extern "C" void scene_finish(scene *of) {
	on.reset();
	json_object_put(of->names);
	std::free(of->fault);
}

extern "C" void scene_complain(scene *of, const char *format, ...) {
	va_list arguments;

	va_start(arguments, format);
	if (of->fault == nullptr && vasprintf(&of->fault, format, arguments) < 0) {
		std::abort();
	}
	va_end(arguments);
}

/* What the case does not say has a default; null is said. */
static tree with_defaults(scene *of, json_object *config, const char *url, const char *key) {
	tree whole(json_object_new_object());

	json_object_object_add(whole.get(), "url", json_object_new_string(url));
	json_object_object_add(whole.get(), "key", json_object_new_string(key));
	if (config != nullptr) {
		json_object_object_foreach(config, name, value) {
			char *unknown = nullptr;

			json_object_object_add(
				whole.get(), name, json_fill_in(value, of->names, &unknown));
			std::free(unknown);
		}
	}
	return whole;
}

extern "C" void scene_open(scene *of, json_object *config, const char *url, const char *key) {
	const char *port = std::strrchr(url, ':') + 1;

	json_object_object_add(of->names, "PORT", json_object_new_string(port));
	try {
		const tree whole = with_defaults(of, config, url, key);
		libapi::config settings;

		fill(settings, whole.get());
		on->client.emplace(settings);
	} catch (const libapi::error &why) {
		on->open_failure.reset(picture_of(why));
	} catch (const fault &why) {
		scene_complain(of, "%s", why.what());
	}
}
