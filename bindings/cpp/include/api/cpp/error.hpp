/**
 * api/cpp/error.hpp: what went wrong, as one value and as exceptions by family.
 *
 *     std::exception ← error ← local_error       nothing was sent: memory, invalid, insecure, forked, config, system
 *                            ← transport_error   the outcome is unknown: timeout, lost, cancelled, …
 *                            ← wire_error        no answer of this API: malformed, answer_too_large
 *                            ← server_error      its verdict: not_found, conflict, stale, gone, unprocessable, …
 *
 * Each code of api/error.h is a class of its own, libapi::error_of<code::not_found>, with an alias: not_found, and for
 * what is not the server's timeout_error. Without exceptions (-fno-exceptions) the same libapi::error is what a result<T> holds.
 */
#ifndef LIBAPI_CPP_ERROR_HPP
#define LIBAPI_CPP_ERROR_HPP

#include "api/cpp/text.hpp"
#include "api/error.h"
#include "api/generated/codes.hpp"

#include <cstdlib>
#include <exception>
#include <memory>
#include <vector>

#if defined(__cpp_exceptions)
#define LIBAPI_CPP_EXCEPTIONS 1
#endif

namespace libapi {

enum class category : std::int32_t { unknown, local, transport, wire, server };

/** One invalid field; its texts are borrowed from the error. */
struct field_error {
	std::string_view pointer; /* RFC 6901 */
	std::string_view code; /* "too_long" */
	std::string_view message;
};

/** A failure. Copies share what they know; texts are valid as long as one of them. Any thread. Since 0.1. */
class error : public std::exception {
public:
	/** Takes over `known` (may be NULL); `about` says in a word what was refused where nothing more is known. */
	error(std::int32_t code, libapi_error *known, const std::string &about = {})
		: code_(known != nullptr ? libapi_error_code(known) : code), known_(known, libapi_error_free) {
		if (known == nullptr) {
			words_ = std::make_shared<const std::string>(
				std::string(libapi_error_name(code)) +
				(about.empty() ? "" : ": " + about));
		}
	}

	libapi::code code() const {
		return static_cast<libapi::code>(code_);
	}
	/** "LIBAPI_E_NOT_FOUND" */
	std::string_view name() const {
		return libapi_error_name(code_);
	}
	libapi::category category() const {
		return known_ ? static_cast<libapi::category>(libapi_error_category(known_.get()))
			      : family();
	}
	/** Everything in words, as libapi_error_text(). */
	const char *what() const noexcept override {
		return known_ ? libapi_error_text(known_.get()) : words_->c_str();
	}
	std::string_view message() const {
		return what();
	}
	/** 0: no answer came. */
	int http_status() const {
		return libapi_error_http_status(known_.get());
	}
	std::optional<std::string_view> operation() const {
		return detail::maybe(libapi_error_operation(known_.get()));
	}
	std::optional<std::string_view> type() const {
		return detail::maybe(libapi_error_type(known_.get()));
	}
	/** The problem's code: "uid_exists". */
	std::optional<std::string_view> problem() const {
		return detail::maybe(libapi_error_problem(known_.get()));
	}
	std::optional<std::string_view> title() const {
		return detail::maybe(libapi_error_title(known_.get()));
	}
	std::optional<std::string_view> detail() const {
		return detail::maybe(libapi_error_detail(known_.get()));
	}
	std::optional<std::string_view> request_id() const {
		return detail::maybe(libapi_error_request_id(known_.get()));
	}
	std::optional<std::string_view> etag() const {
		return detail::maybe(libapi_error_etag(known_.get()));
	}
	/** How long the server asks to wait. */
	std::optional<std::chrono::milliseconds> retry_after() const {
		const std::int64_t ms = libapi_error_retry_after_ms(known_.get());

		return known_ && ms >= 0 ? std::optional<std::chrono::milliseconds>(ms)
					 : std::nullopt;
	}
	/** The same call may well succeed later. */
	bool is_retryable() const {
		return libapi_error_is_retryable(known_.get()) != 0;
	}
	/** libcurl's own code, 0 if it saw no failure. */
	int curl_code() const {
		return libapi_error_curl_code(known_.get());
	}
	/** The answer's bytes as they came. */
	std::optional<std::string_view> raw_body() const {
		std::size_t len = 0;
		const char *body = libapi_error_raw_body(known_.get(), &len);

		return body != nullptr
			       ? std::optional<std::string_view>(std::string_view(body, len))
			       : std::nullopt;
	}
	/** Every invalid field, of the server's answer or of the check before sending. */
	std::vector<field_error> fields() const {
		std::vector<field_error> all(libapi_error_field_count(known_.get()));

		for (std::size_t i = 0; i < all.size(); i++) {
			all[i].pointer = detail::view(libapi_error_field_pointer(known_.get(), i));
			all[i].code = detail::view(libapi_error_field_code(known_.get(), i));
			all[i].message = detail::view(libapi_error_field_message(known_.get(), i));
		}
		return all;
	}
	/** The C object, borrowed; NULL where the library told a code alone. */
	const libapi_error *get() const {
		return known_.get();
	}

private:
	/* The hundreds of a code; 304 is the server's. */
	libapi::category family() const {
		return code_ < LIBAPI_E_TIMEOUT		? libapi::category::local
		       : code_ < LIBAPI_E_MALFORMED	? libapi::category::transport
		       : code_ < LIBAPI_E_NOT_MODIFIED ? libapi::category::wire
						       : libapi::category::server;
	}

	std::int32_t code_;
	std::shared_ptr<libapi_error> known_;
	std::shared_ptr<const std::string> words_;
};

/* ---- families, for catch -------------------------------------------------------------------------------- */

template <category Category> struct family_error : error {
	explicit family_error(const error &why) : error(why) {}
};
using local_error = family_error<category::local>;
using transport_error = family_error<category::transport>;
using wire_error = family_error<category::wire>;
using server_error = family_error<category::server>;

template <code Code>
struct error_of
	: family_error<static_cast<int>(Code) < LIBAPI_E_TIMEOUT	? category::local
			: static_cast<int>(Code) < LIBAPI_E_MALFORMED	? category::transport
			: static_cast<int>(Code) < LIBAPI_E_NOT_MODIFIED ? category::wire
									: category::server> {
	explicit error_of(const error &why) : error_of::family_error(why) {}
};

#define LIBAPI_CPP_ALIAS(name, alias) using alias = error_of<code::name>;
LIBAPI_CPP_CODES(LIBAPI_CPP_ALIAS)
#undef LIBAPI_CPP_ALIAS

namespace detail {

/* Throws the class of its code; one of a newer library, that of its family. */
#if defined(LIBAPI_CPP_EXCEPTIONS)
[[noreturn]] inline void raise(const error &why) {
	switch (why.code()) {
#define LIBAPI_CPP_THROW(name, alias)                                                              \
	case code::name:                                                                           \
		throw libapi::alias(why);
		LIBAPI_CPP_CODES(LIBAPI_CPP_THROW)
#undef LIBAPI_CPP_THROW
	case code::ok:
		break;
	}
	switch (why.category()) {
	case category::local:
		throw local_error(why);
	case category::transport:
		throw transport_error(why);
	case category::wire:
		throw wire_error(why);
	case category::server:
		throw server_error(why);
	case category::unknown:
		break;
	}
	throw error(why);
}
#else
[[noreturn]] inline void raise(const error &) {
	std::abort();
}
#endif

} // namespace detail
} // namespace libapi

#endif
