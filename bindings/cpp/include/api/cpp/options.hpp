/**
 * api/cpp/options.hpp: what one call does differently, and the settings of a client.
 */
#ifndef LIBAPI_CPP_OPTIONS_HPP
#define LIBAPI_CPP_OPTIONS_HPP

#include "api/client.h"
#include "api/cpp/handle.hpp"
#include "api/options.h"

#include <functional>

namespace libapi {

/* A setting that takes text: NULL would take the setting back, so text with a NUL inside must not become one. */
#define LIBAPI_CPP_SET_TEXT(noun, name)                                                            \
	noun &set_##name(const text &value) {                                                      \
		return keep(value.c_str() != nullptr                                               \
				    ? libapi_##noun##_set_##name(get(), value.c_str())             \
				    : LIBAPI_E_INVALID,                                            \
			#name);                                                                    \
	}
#define LIBAPI_CPP_UNSET_TEXT(noun, name)                                                          \
	noun &unset_##name() {                                                                     \
		return keep(libapi_##noun##_set_##name(get(), nullptr), #name);                    \
	}
#define LIBAPI_CPP_SET_NUMBER(noun, name, type)                                                    \
	noun &set_##name(type value) {                                                             \
		return keep(libapi_##noun##_set_##name(get(), value), #name);                      \
	}

/** Of one call; for any number of calls, from one thread at a time. Meaning and limits: api/options.h. Since 0.1. */
class call_options : public detail::builder<call_options, libapi_call_options,
			     libapi_call_options_new, libapi_call_options_free> {
public:
	using builder::builder;

	LIBAPI_CPP_SET_NUMBER(call_options, timeout_ms, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(call_options, max_attempts, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(call_options, if_match_version, std::int64_t)
	LIBAPI_CPP_SET_NUMBER(call_options, user_data, void *)
	LIBAPI_CPP_SET_TEXT(call_options, idempotency_key)
	LIBAPI_CPP_SET_TEXT(call_options, if_match)
	LIBAPI_CPP_SET_TEXT(call_options, if_none_match)
	LIBAPI_CPP_SET_TEXT(call_options, request_id)
	LIBAPI_CPP_SET_TEXT(call_options, traceparent)
	LIBAPI_CPP_UNSET_TEXT(call_options, idempotency_key)
	LIBAPI_CPP_UNSET_TEXT(call_options, if_match)
	LIBAPI_CPP_UNSET_TEXT(call_options, if_none_match)
	LIBAPI_CPP_UNSET_TEXT(call_options, request_id)
	LIBAPI_CPP_UNSET_TEXT(call_options, traceparent)

	call_options &set_timeout(std::chrono::milliseconds timeout) {
		const bool fits = timeout.count() >= INT32_MIN && timeout.count() <= INT32_MAX;

		return fits ? set_timeout_ms(static_cast<std::int32_t>(timeout.count()))
			    : keep(LIBAPI_E_INVALID, "timeout_ms");
	}
	call_options &add_header(const text &name, const text &value) {
		return keep(libapi_call_options_add_header(get(), name.c_str(), value.c_str()),
			"headers");
	}
};

enum class log_level : std::int32_t { none, error, warning, debug };

/** Of a client, which copies them. Meaning and limits: api/client.h. Since 0.1. */
class config
	: public detail::builder<config, libapi_config, libapi_config_new, libapi_config_free> {
public:
	using builder::builder;
	using log_function = std::function<void(log_level level, std::string_view line)>;

	LIBAPI_CPP_SET_TEXT(config, url)
	LIBAPI_CPP_SET_TEXT(config, key)
	LIBAPI_CPP_SET_TEXT(config, ca_file)
	LIBAPI_CPP_SET_TEXT(config, proxy)
	LIBAPI_CPP_SET_TEXT(config, user_agent)
	LIBAPI_CPP_UNSET_TEXT(config, url)
	LIBAPI_CPP_UNSET_TEXT(config, key)
	LIBAPI_CPP_UNSET_TEXT(config, ca_file)
	LIBAPI_CPP_UNSET_TEXT(config, proxy)
	LIBAPI_CPP_UNSET_TEXT(config, user_agent)
	LIBAPI_CPP_SET_NUMBER(config, timeout_ms, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(config, connect_timeout_ms, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(config, max_attempts, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(config, max_connections, std::int32_t)
	LIBAPI_CPP_SET_NUMBER(config, max_answer_bytes, std::int64_t)
	LIBAPI_CPP_SET_NUMBER(config, allow_insecure_http, bool)

	/** `key_path` nullptr: the key is in the same file. */
	config &set_client_certificate(const text &cert_path, const text &key_path = nullptr) {
		return keep(libapi_config_set_client_certificate(
				    get(), cert_path.c_str(), key_path.c_str()),
			"client_certificate");
	}
	/** `on_line` runs inside libapi calls, on their threads, several at once; what it throws ends the program. */
	config &set_log(log_level level, log_function on_line) {
		auto kept = std::make_unique<log_function>(std::move(on_line));

		return keep(libapi_config_set_log(get(), static_cast<std::int32_t>(level), log_line,
				    kept.release(), log_release),
			"log");
	}
	/** Fill in what is not set from the environment and the profile file: libapi_config_load(). */
	result<void> try_load(const text &profile = nullptr) {
		return detail::give_nothing(refused(), [&](libapi_error **why) {
			return libapi_config_load(get(), profile.c_str(), why);
		});
	}
	config &load(const text &profile = nullptr) {
		try_load(profile).value();
		return *this;
	}

private:
	static void log_line(std::int32_t level, const char *line, void *user) noexcept {
		(*static_cast<log_function *>(user))(static_cast<log_level>(level), line);
	}
	static void log_release(void *user) {
		delete static_cast<log_function *>(user);
	}
};

#undef LIBAPI_CPP_SET_TEXT
#undef LIBAPI_CPP_UNSET_TEXT
#undef LIBAPI_CPP_SET_NUMBER

} // namespace libapi

#endif
