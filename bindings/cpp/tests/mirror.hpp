/* mirror.hpp: what generator/cpp_conformance.py fills in, and what a step hands to an operation. */
#ifndef BINDINGS_CPP_TESTS_MIRROR_HPP
#define BINDINGS_CPP_TESTS_MIRROR_HPP

#include <api/api.hpp>

#include <functional>
#include <string>

template <class T> struct members; /* of an answer: each(of, see) */
template <class T> struct slots; /* of a builder: each(to, set) */
template <class T> struct constants; /* of an enum: all */

/* In place of a body or query that an operation has none of. */
struct nothing {
	static const nothing &none() {
		static const nothing only;
		return only;
	}
};
template <> struct slots<nothing> {
	template <class Set> static void each(nothing &, Set &) {}
};

/* A body that is text and has no members. */
struct raw_text : std::string {
	static const raw_text &none() {
		static const raw_text only;
		return only;
	}
};

template <class Operation> struct given_inputs {
	std::vector<const char *> path;
	std::optional<typename Operation::body> body;
	std::optional<typename Operation::query> query;
	std::optional<libapi::call_options> options;

	const auto &given_body() const {
		return body ? *body : Operation::body::none();
	}
	const auto &given_query() const {
		return query ? *query : Operation::query::none();
	}
	const auto &given_options() const {
		return options ? *options : libapi::call_options::none();
	}
};

#endif
