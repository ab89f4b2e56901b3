/* operations.cpp: steps that name an operation. Generated code has one small struct an operation; here is what all
 * of them do. */
#include "conformance.hpp"

#include "bindings/cpp/tests/stage.hpp"

template <class Operation> static given_inputs<Operation> read_inputs(json_object *step) {
	json_object *path = json_object_object_get(step, "path");
	given_inputs<Operation> in;

	for (const char *name : Operation::path()) {
		in.path.push_back(json_object_get_string(json_object_object_get(path, name)));
	}
	if (path != nullptr &&
		static_cast<std::size_t>(json_object_object_length(path)) > in.path.size()) {
		throw fault("path has more than the operation's parameters");
	}
	for (const char *name : { "body", "query" }) {
		const bool is_body = std::string_view(name) == "body";
		const bool is_none = is_body ? std::is_same_v<typename Operation::body, nothing>
					     : std::is_same_v<typename Operation::query, nothing>;

		if (is_none && json_object_object_get_ex(step, name, nullptr)) {
			throw fault(std::string("the operation has no ") + name);
		}
	}
	fill_if_given(in.body, step, "body");
	fill_if_given(in.query, step, "query");
	fill_if_given(in.options, step, "options");
	return in;
}

static void give(outcome &out, const std::string &text) {
	out.text = text;
}
template <class Answer> static void give(outcome &out, const Answer &answer) {
	out.gives.reset(json(answer));
}

template <class Use> static void named(const char *id, Use &&use) {
	if (id == nullptr || !with_operation(id, use)) {
		throw fault(std::string("there is no operation ") + (id != nullptr ? id : "null"));
	}
}

void step_perform(stage &on, json_object *step, outcome &out) {
	named(json_text_of(step, "call"), [&](auto operation) {
		using each = decltype(operation);
		const auto in = read_inputs<each>(step);

		if constexpr (std::is_void_v<decltype(each::perform(*on.client, in))>) {
			each::perform(*on.client, in);
		} else {
			give(out, each::perform(*on.client, in));
		}
	});
}

/* ---- started calls -------------------------------------------------------------------------------------- */

template <class T> struct held_typed : held_call {
	libapi::call<T> held;

	explicit held_typed(libapi::call<T> started) : held(std::move(started)) {}
	libapi::any_call &call() override {
		return held;
	}
	void take(outcome &out) override {
		if constexpr (std::is_void_v<T>) {
			held.take();
		} else {
			give(out, held.take());
		}
	}
};

template <class T> static std::unique_ptr<held_call> hold(libapi::call<T> started) {
	return std::make_unique<held_typed<T>>(std::move(started));
}

void step_start(stage &on, json_object *step) {
	const char *name = json_text_of(step, "as");

	if (name == nullptr || on.calls.count(name) > 0) {
		throw fault("start needs a name of its own");
	}
	named(json_text_of(step, "start"), [&](auto operation) {
		using each = decltype(operation);
		const auto in = read_inputs<each>(step);
		auto held = hold(each::start(*on.client, in));

		if (held->call().operation() != each::id) {
			throw fault("the call says it is another operation");
		}
		on.calls[name] = std::move(held);
	});
}

/* ---- lists ---------------------------------------------------------------------------------------------- */

template <class Pager> struct held_range : held_pager {
	Pager held;

	explicit held_range(Pager made) : held(std::move(made)) {}
	bool next(json_object *array) override {
		const auto entry = held.next();

		if (entry) {
			json_object_array_add(array, json(*entry));
		}
		return entry.has_value();
	}
	void rest(json_object *array) override {
		for (auto &entry : held) {
			json_object_array_add(array, json(entry));
		}
	}
};

struct held_sync : held_pager {
	libapi::sync held;

	explicit held_sync(libapi::sync made) : held(std::move(made)) {}
	bool next(json_object *array) override {
		static const std::map<libapi::sync_kind, std::string_view> names = {
			{ libapi::sync_kind::reset, "reset" },
			{ libapi::sync_kind::calendar, "calendar" },
			{ libapi::sync_kind::acl, "acl" }, { libapi::sync_kind::deleted, "deleted" },
			{ libapi::sync_kind::event, "event" }, { libapi::sync_kind::token, "token" }
		};
		if (!held.next()) {
			return false;
		}
		json_object *found = json_object_new_object();

		json_object_array_add(array, found);
		json_object_object_add(found, "kind", json(names.at(held.kind())));
		json_object_object_add(found, "token", json(held.token()));
		json_object_object_add(found, "event", json(held.event()));
		json_object_object_add(found, "deleted", json(held.deleted()));
		json_object_object_add(found, "calendar", json(held.calendar()));
		return true;
	}
	void rest(json_object *array) override {
		while (next(array)) {
		}
	}
};

static void walk(held_pager &pager, json_object *step, outcome &out) {
	json_object *max = json_object_object_get(step, "max");

	out.gives.reset(json_object_new_array());
	if (max == nullptr) {
		return pager.rest(out.gives.get());
	}
	for (std::int64_t left = json_object_get_int64(max); left > 0; left--) {
		if (!pager.next(out.gives.get())) {
			return;
		}
	}
}

static void walk_new(
	stage &on, std::unique_ptr<held_pager> pager, json_object *step, outcome &out) {
	const char *name = json_text_of(step, "as");
	held_pager &walked = *pager;

	if (name != nullptr) {
		on.pagers[name] = std::move(pager);
	}
	walk(walked, step, out);
}

void step_list(stage &on, json_object *step, outcome &out) {
	std::unique_ptr<held_pager> pager;

	named(json_text_of(step, "list"), [&](auto operation) {
		using each = decltype(operation);

		if constexpr (each::is_list) {
			auto made = each::walk(*on.client, read_inputs<each>(step));

			pager = std::make_unique<held_range<decltype(made)>>(std::move(made));
		} else {
			throw fault("this is no list");
		}
	});
	walk_new(on, std::move(pager), step, out);
}

void step_sync(stage &on, json_object *step, outcome &out) {
	std::optional<libapi::call_options> options;
	json_object *value = nullptr;

	fill_if_given(options, step, "options");
	auto made = libapi::sync::make(*on.client, json_text_of(step, "sync"),
		json_text_of(step, "token"), options ? *options : libapi::call_options::none());
	if (json_object_object_get_ex(step, "limit", &value)) {
		made.set_limit(json_object_get_int(value));
	}
	if (json_object_object_get_ex(step, "wait", &value)) {
		made.set_wait(json_object_get_int(value));
	}
	walk_new(on, std::make_unique<held_sync>(std::move(made)), step, out);
}

void step_more(stage &on, json_object *step, outcome &out) {
	const auto found = on.pagers.find(json_text_of(step, "more"));

	if (found == on.pagers.end()) {
		throw fault("no list has this name");
	}
	walk(*found->second, step, out);
}
