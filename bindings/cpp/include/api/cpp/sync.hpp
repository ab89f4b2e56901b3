/**
 * api/cpp/sync.hpp: keep a copy of a calendar up to date; the loop is described in api/sync.h.
 */
#ifndef LIBAPI_CPP_SYNC_HPP
#define LIBAPI_CPP_SYNC_HPP

#include "api/generated/client.hpp"
#include "api/sync.h"

namespace libapi {

enum class sync_kind : std::int32_t { nothing, reset, calendar, acl, deleted, event, token };

/** A walk over the changes of a calendar. It holds the client. One thread at a time. Since 0.1. */
class sync {
public:
	using c_type = libapi_sync;
	explicit sync(libapi_sync *taken) : handle_(taken) {}

	/** `token` nullptr: begin with everything. */
	static result<sync> try_make(const session &client, const text &calendar_id,
		const text &token = nullptr, const call_options &options = call_options::none()) {
		return detail::give<sync>(options.refused(), [&](libapi_sync **out,
								  libapi_error **why) {
			return libapi_sync_new(client.get(), calendar_id.c_str(), token.c_str(),
				options.get(), out, why);
		});
	}
	static sync make(const session &client, const text &calendar_id,
		const text &token = nullptr, const call_options &options = call_options::none()) {
		return try_make(client, calendar_id, token, options).value();
	}
	/** How long next() waits for a change, 0 to 30 seconds. */
	result<void> try_set_wait(std::int32_t seconds) {
		return coded(libapi_sync_set_wait(handle_.get(), seconds), "wait");
	}
	void set_wait(std::int32_t seconds) {
		try_set_wait(seconds).value();
	}
	/** Events on a page, 1 to 500. */
	result<void> try_set_limit(std::int32_t limit) {
		return coded(libapi_sync_set_limit(handle_.get(), limit), "limit");
	}
	void set_limit(std::int32_t limit) {
		try_set_limit(limit).value();
	}
	/** Go on to the next item; false: the copy is complete. */
	result<bool> try_next() {
		libapi_error *why = nullptr;
		const std::int32_t found = libapi_sync_next(handle_.get(), &why);

		if (found < 0) {
			return error(-found, why);
		}
		return found == 1;
	}
	bool next() {
		return try_next().value();
	}
	sync_kind kind() const {
		return static_cast<sync_kind>(libapi_sync_kind(handle_.get()));
	}
	std::optional<libapi::event> event() const {
		return detail::maybe_record<libapi::event>(libapi_sync_event(handle_.get()));
	}
	std::optional<deleted_event> deleted() const {
		return detail::maybe_record<deleted_event>(libapi_sync_deleted(handle_.get()));
	}
	std::optional<libapi::calendar> calendar() const {
		return detail::maybe_record<libapi::calendar>(libapi_sync_calendar(handle_.get()));
	}
	/** Where a later walk goes on; nullopt: from nothing. Borrowed until the next step. */
	std::optional<std::string_view> token() const {
		return detail::maybe(libapi_sync_token(handle_.get()));
	}

private:
	static result<void> coded(std::int32_t code, const char *about) {
		return code == LIBAPI_OK ? result<void>() : error(code, nullptr, about);
	}

	detail::owned<libapi_sync, libapi_sync_free> handle_;
};

} // namespace libapi

#endif
