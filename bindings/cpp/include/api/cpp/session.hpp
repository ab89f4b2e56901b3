/**
 * api/cpp/session.hpp: a client apart from its operations: how it is made, its queue of done calls, any other request.
 */
#ifndef LIBAPI_CPP_SESSION_HPP
#define LIBAPI_CPP_SESSION_HPP

#include "api/cpp/call.hpp"
#include "api/cpp/options.hpp"

namespace libapi {

/** An answer of request(). Moves only. */
class response {
public:
	using c_type = libapi_response;
	explicit response(libapi_response *taken) : handle_(taken) {}

	int status() const {
		return libapi_response_status(handle_.get());
	}
	std::optional<std::string_view> header(const text &name) const {
		return detail::maybe(libapi_response_header(handle_.get(), name.c_str()));
	}
	std::string_view body() const {
		std::size_t len = 0;
		const char *bytes = libapi_response_body(handle_.get(), &len);

		return { bytes, len };
	}

private:
	detail::owned<libapi_response, libapi_response_free> handle_;
};

/** What every client has; libapi::client adds the operations. Copies share one client. Any thread. Since 0.1. */
class session {
public:
	using c_type = libapi_client;

	explicit session(libapi_client *taken) : handle_(taken) {}
	session(const session &other) : handle_(libapi_client_ref(other.get())) {}
	session(session &&) noexcept = default;
	session &operator=(session other) noexcept {
		std::swap(handle_, other.handle_);
		return *this;
	}

	/** The C object, borrowed. */
	libapi_client *get() const {
		return handle_.get();
	}

	/** Any request, with the key, the retries and the deadline of every other call: libapi_client_request(). */
	result<response> try_request(const text &method, const text &path,
		std::optional<std::string_view> body = std::nullopt,
		const text &content_type = nullptr,
		const call_options &options = call_options::none()) const {
		return detail::give<response>(options.refused(), [&](libapi_response **out,
								      libapi_error **why) {
			return libapi_client_request(get(), method.c_str(), path.c_str(),
				content_type.c_str(), body ? body->data() : nullptr,
				body ? body->size() : 0, options.get(), out, why);
		});
	}
	response request(const text &method, const text &path,
		std::optional<std::string_view> body = std::nullopt,
		const text &content_type = nullptr,
		const call_options &options = call_options::none()) const {
		return try_request(method, path, body, content_type, options).value();
	}

	/* ---- an event loop ------------------------------------------------------------------------------ */

	/** The one descriptor to watch: readable when process() has something to do. */
	result<int> try_fd() const {
		const int fd = libapi_client_fd(get());

		return fd >= 0 ? result<int>(fd) : error(-fd, nullptr);
	}
	int fd() const {
		return try_fd().value();
	}
	/** Drive the transfers until a done call waits or so long has passed; negative: no bound. */
	result<void> try_process(std::chrono::milliseconds longest = {}) const {
		const auto bounded = longest.count() < 0	   ? -1
				     : longest.count() > INT32_MAX ? INT32_MAX
								   : longest.count();

		return detail::give_nothing({}, [&](libapi_error **why) {
			return libapi_client_process(
				get(), static_cast<std::int32_t>(bounded), why);
		});
	}
	void process(std::chrono::milliseconds longest = {}) const {
		try_process(longest).value();
	}
	/** The next done call, in the order in which they ended; never waits. */
	result<std::optional<done_call>> try_next_done() const {
		libapi_call *call = nullptr;
		const std::int32_t found = libapi_client_next_done(get(), &call);

		if (found < 0) {
			return error(-found, nullptr);
		}
		return found == 1 ? std::optional<done_call>(done_call(call)) : std::nullopt;
	}
	std::optional<done_call> next_done() const {
		return try_next_done().value();
	}

protected:
	static std::int32_t make(const config &settings, libapi_client **out, libapi_error **why) {
		return libapi_client_new(settings.get(), out, why);
	}

private:
	detail::owned<libapi_client, libapi_client_unref> handle_;
};

} // namespace libapi

#endif
