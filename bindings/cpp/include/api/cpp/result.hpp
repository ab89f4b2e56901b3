/**
 * api/cpp/result.hpp: a value or an error, for code without exceptions.
 *
 *     if (auto event = client.try_event_get(calendar_id, event_id)) {
 *         use(event->title());
 *     } else {
 *         log(event.why().what());
 *     }
 */
#ifndef LIBAPI_CPP_RESULT_HPP
#define LIBAPI_CPP_RESULT_HPP

#include "api/cpp/error.hpp"

#include <utility>
#include <variant>

namespace libapi {

/** What a try_… function gives. Reading the value of a failure throws it; without exceptions it ends the program. */
template <class T> class [[nodiscard]] result {
public:
	result(T value) : either_(std::in_place_index<0>, std::move(value)) {} // NOLINT: implicit
	result(error why) : either_(std::in_place_index<1>, std::move(why)) {} // NOLINT: implicit

	bool has_value() const {
		return either_.index() == 0;
	}
	explicit operator bool() const {
		return has_value();
	}
	T &value() & {
		refuse_failure();
		return *std::get_if<0>(&either_);
	}
	const T &value() const & {
		refuse_failure();
		return *std::get_if<0>(&either_);
	}
	T value() && {
		refuse_failure();
		return std::move(*std::get_if<0>(&either_));
	}
	T &operator*() & {
		return value();
	}
	const T &operator*() const & {
		return value();
	}
	T operator*() && {
		return std::move(*this).value();
	}
	T *operator->() {
		return &value();
	}
	const T *operator->() const {
		return &value();
	}
	/** Only of a failure. */
	const error &why() const {
		return *std::get_if<1>(&either_);
	}

private:
	void refuse_failure() const {
		if (!has_value()) {
			detail::raise(why());
		}
	}

	std::variant<T, error> either_;
};

template <> class [[nodiscard]] result<void> {
public:
	result() = default;
	result(error why) : why_(std::move(why)) {} // NOLINT: implicit

	bool has_value() const {
		return !why_.has_value();
	}
	explicit operator bool() const {
		return has_value();
	}
	void value() const {
		if (why_) {
			detail::raise(*why_);
		}
	}
	/** Only of a failure. */
	const error &why() const {
		return *why_;
	}

private:
	std::optional<error> why_;
};

namespace detail {

/* What a builder refused first; code 0: nothing. */
struct refusal {
	std::int32_t code = LIBAPI_OK;
	const char *about = "";
};

inline refusal first() {
	return {};
}
template <class Builder, class... Others>
refusal first(const Builder &builder, const Others &...others) {
	const refusal mine = builder.refused();

	return mine.code != LIBAPI_OK ? mine : first(others...);
}

/* Calls `function`(&out, &error) unless something was refused before, and wraps what comes. */
template <class T, class Function> result<T> give(const refusal &before, Function &&function) {
	typename T::c_type *out = nullptr;
	libapi_error *why = nullptr;
	const std::int32_t code =
		before.code != LIBAPI_OK ? before.code : function(&out, &why);

	if (code != LIBAPI_OK) {
		return error(code, why, before.about);
	}
	return T(out);
}

template <class Function>
result<std::string> give_text(const refusal &before, Function &&function) {
	char *out = nullptr;
	libapi_error *why = nullptr;
	const std::int32_t code =
		before.code != LIBAPI_OK ? before.code : function(&out, &why);
	const std::unique_ptr<char, void (*)(char *)> held(out, libapi_string_free);

	if (code != LIBAPI_OK) {
		return error(code, why, before.about);
	}
	return std::string(view(out));
}

template <class Function> result<void> give_nothing(const refusal &before, Function &&function) {
	libapi_error *why = nullptr;
	const std::int32_t code = before.code != LIBAPI_OK ? before.code : function(&why);

	if (code != LIBAPI_OK) {
		return error(code, why, before.about);
	}
	return {};
}

} // namespace detail
} // namespace libapi

#endif
