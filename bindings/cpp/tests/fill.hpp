/* fill.hpp: JSON to builders, by the C++ API's setters: each member is set, forgotten and set again. */
#ifndef BINDINGS_CPP_TESTS_FILL_HPP
#define BINDINGS_CPP_TESTS_FILL_HPP

#include "bindings/cpp/tests/picture.hpp"

/* What a member knows beside being set. */
struct ways {
	std::function<void()> null, unset, clear;
};

template <class T> void fill(T &to, json_object *from);

/* Sets the one member that it is made for. */
struct setting {
	const char *wanted;
	json_object *value;
	bool is_found = false;

	void refuse(const char *what) const {
		throw fault(std::string(wanted) + ": " + what);
	}
	void expect(json_type type) const {
		if (!json_object_is_type(value, type)) {
			refuse("the setter takes another type");
		}
	}
	/* Null, or `set` twice with `unset` between. */
	template <class Set> void twice(const char *name, Set &&set, const ways &also) {
		if (std::string_view(name) != wanted) {
			return;
		}
		is_found = true;
		for (int round = 0; round < 2; round++) {
			if (value != nullptr) {
				set();
			} else if (also.null) {
				also.null();
			} else {
				refuse("cannot be null");
			}
			if (round == 0 && !also.unset) {
				return;
			}
			if (round == 0) {
				also.unset();
			}
		}
	}
	template <class Set> void text(const char *name, Set &&set, const ways &also) {
		twice(name,
			[&] {
				expect(json_type_string);
				set(json_object_get_string(value));
			},
			also);
	}
	template <class Set> void json(const char *name, Set &&set, const ways &also) {
		const auto put = [&] { set(json_object_to_json_string(value)); };
		ways given = also;

		given.null = put; /* JSON's null is a text as any other */
		twice(name, put, given);
	}
	template <class E, class Set>
	void enumerated(const char *name, Set &&set, const ways &also) {
		twice(name, [&] { set(constant<E>()); }, also);
	}
	template <class E> E constant() const {
		if (!json_object_is_type(value, json_type_string)) {
			return static_cast<E>(json_object_get_int(value));
		}
		for (const auto &[each, text] : constants<E>::all) {
			if (std::string_view(text) == json_object_get_string(value)) {
				return each;
			}
		}
		refuse("no constant has this text");
		return E::unknown;
	}
	template <class Set> void number(const char *name, Set &&set, const ways &also) {
		twice(name,
			[&] {
				expect(json_type_int);
				set(json_object_get_int64(value));
			},
			also);
	}
	template <class Set> void flag(const char *name, Set &&set, const ways &also) {
		twice(name,
			[&] {
				expect(json_type_boolean);
				set(json_object_get_boolean(value) != 0);
			},
			also);
	}
	template <class Child, class Set>
	void record(const char *name, Set &&set, const ways &also) {
		twice(name, [&] { put_child<Child>(value, set); }, also);
	}
	template <class Child, class Set> void put_child(json_object *from, Set &&set) const {
		Child child;

		fill(child, from);
		set(child);
	}
	template <class Add> void entries(const char *name, Add &&add, const ways &also) {
		twice(name,
			[&] {
				expect(json_type_array);
				if (json_object_array_length(value) == 0) {
					also.clear();
				}
				for (std::size_t i = 0; i < json_object_array_length(value); i++) {
					add(json_object_array_get_idx(value, i));
				}
			},
			also);
	}
	template <class Add> void texts(const char *name, Add &&add, const ways &also) {
		entries(name, [&](json_object *entry) { add(json_object_get_string(entry)); },
			also);
	}
	template <class Child, class Add>
	void records(const char *name, Add &&add, const ways &also) {
		entries(name, [&](json_object *entry) { put_child<Child>(entry, add); }, also);
	}
	template <class Set>
	void map(const char *name, Set &&set, const std::function<void(const char *)> &null,
		const ways &also) {
		twice(name,
			[&] {
				expect(json_type_object);
				if (json_object_object_length(value) == 0 && also.clear) {
					also.clear();
				}
				json_object_object_foreach(value, key, entry) {
					entry == nullptr ? null(key)
							 : set(key, json_object_get_string(entry));
				}
			},
			also);
	}
};

template <class T> void fill(T &to, json_object *from) {
	json_object_object_foreach(from, name, value) {
		setting set{ name, value };

		slots<T>::each(to, set);
		if (!set.is_found) {
			set.refuse("there is no such setter");
		}
	}
}

/* What belongs to no operation, so that no generator knows it. */
template <> struct slots<libapi::call_options> {
	template <class Set> static void each(libapi::call_options &to, Set &set) {
		const auto narrow = [](std::int64_t value) { return static_cast<std::int32_t>(value); };

		set.number("timeout_ms", [&](auto v) { to.set_timeout_ms(narrow(v)); }, {});
		set.number("max_attempts", [&](auto v) { to.set_max_attempts(narrow(v)); }, {});
		set.number("if_match_version", [&](auto v) { to.set_if_match_version(v); }, {});
		set.text("idempotency_key", [&](auto v) { to.set_idempotency_key(v); },
			{ {}, [&] { to.unset_idempotency_key(); }, {} });
		set.text("if_match", [&](auto v) { to.set_if_match(v); },
			{ {}, [&] { to.unset_if_match(); }, {} });
		set.text("if_none_match", [&](auto v) { to.set_if_none_match(v); },
			{ {}, [&] { to.unset_if_none_match(); }, {} });
		set.text("request_id", [&](auto v) { to.set_request_id(v); },
			{ {}, [&] { to.unset_request_id(); }, {} });
		set.text("traceparent", [&](auto v) { to.set_traceparent(v); },
			{ {}, [&] { to.unset_traceparent(); }, {} });
		set.map("headers", [&](auto k, auto v) { to.add_header(k, v); }, {}, {});
	}
};

template <> struct slots<libapi::config> {
	template <class Set> static void each(libapi::config &to, Set &set) {
		const auto narrow = [](std::int64_t value) { return static_cast<std::int32_t>(value); };

		set.text("url", [&](auto v) { to.set_url(v); }, {});
		set.text("key", [&](auto v) { to.set_key(v); }, { [&] { to.unset_key(); }, {}, {} });
		set.text("user_agent", [&](auto v) { to.set_user_agent(v); },
			{ {}, [&] { to.unset_user_agent(); }, {} });
		set.number("timeout_ms", [&](auto v) { to.set_timeout_ms(narrow(v)); }, {});
		set.number("max_attempts", [&](auto v) { to.set_max_attempts(narrow(v)); }, {});
		set.number("max_connections", [&](auto v) { to.set_max_connections(narrow(v)); }, {});
		set.number("max_answer_bytes", [&](auto v) { to.set_max_answer_bytes(v); }, {});
	}
};

#endif
