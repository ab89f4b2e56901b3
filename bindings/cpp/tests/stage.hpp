/* stage.hpp: a case under way, in C++: its client, what it started, and what a step came to. */
#ifndef BINDINGS_CPP_TESTS_STAGE_HPP
#define BINDINGS_CPP_TESTS_STAGE_HPP

#include "bindings/cpp/tests/fill.hpp"

#include <map>

extern "C" {
#include "tests/conformance/json.h"
#include "tests/conformance/scene.h"
#include "tests/conformance/step.h"
}

struct let_go {
	void operator()(json_object *value) const {
		json_object_put(value);
	}
};
using tree = std::unique_ptr<json_object, let_go>;

struct outcome {
	tree gives, answer;
	tree failure; /* the picture of the exception; none: it went well */
	std::optional<std::string> text;
	int attempts = 0;
};

/* A call whose answer's type only the one who started it knows. */
struct held_call {
	virtual ~held_call() = default;
	virtual libapi::any_call &call() = 0;
	virtual void take(outcome &out) = 0;
};

struct held_pager {
	virtual ~held_pager() = default;
	virtual bool next(json_object *array) = 0;
	virtual void rest(json_object *array) = 0;
};

struct stage {
	std::optional<libapi::client> client;
	tree open_failure;
	std::map<std::string, std::unique_ptr<held_call>> calls;
	std::map<std::string, std::unique_ptr<held_pager>> pagers;

	held_call &call_of(json_object *step, const char *member);
};

/* What a step says, done; exceptions are for the caller. */
void step_perform(stage &on, json_object *step, outcome &out);
void step_start(stage &on, json_object *step);
void step_list(stage &on, json_object *step, outcome &out);
void step_sync(stage &on, json_object *step, outcome &out);
void step_more(stage &on, json_object *step, outcome &out);

inline void fill(raw_text &to, json_object *from) {
	to.assign(json_object_get_string(from));
}

template <class T> void fill_if_given(std::optional<T> &to, json_object *step, const char *name) {
	json_object *from = nullptr;

	if (json_object_object_get_ex(step, name, &from)) {
		to.emplace();
		fill(*to, from);
	}
}

#endif
