/**
 * api/cpp/text.hpp: text on its way into the library, which takes it with a NUL at its end.
 */
#ifndef LIBAPI_CPP_TEXT_HPP
#define LIBAPI_CPP_TEXT_HPP

#include <chrono>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

namespace libapi {

/**
 * A parameter: made from a literal, a std::string (neither is copied) or a std::string_view (copied, for its NUL).
 * Text with a NUL inside is refused where it is used, instead of being cut there. Only for the time of one call.
 */
class text {
public:
	text(const char *value) : value_(value) {} // NOLINT: implicit, as all three
	text(const std::string &value) : value_(whole(value)) {} // NOLINT
	text(std::string_view value) : copy_(value), value_(whole(copy_)) {} // NOLINT
	text(const text &) = delete;
	text &operator=(const text &) = delete;

	/** NULL for text that cannot be passed on: the library refuses that. */
	const char *c_str() const {
		return value_;
	}

private:
	static const char *whole(const std::string &value) {
		return value.find('\0') == std::string::npos ? value.c_str() : nullptr;
	}

	std::string copy_;
	const char *value_;
};

/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
using instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::milliseconds>;

namespace detail {

inline std::string_view view(const char *value) {
	return value != nullptr ? std::string_view(value) : std::string_view();
}

inline std::optional<std::string_view> maybe(const char *value) {
	return value != nullptr ? std::optional<std::string_view>(value) : std::nullopt;
}

inline std::optional<instant> maybe_instant(std::int64_t ms) {
	return ms != INT64_MIN ? std::optional<instant>(instant(std::chrono::milliseconds(ms)))
			       : std::nullopt;
}

} // namespace detail
} // namespace libapi

#endif
