/**
 * api/cpp/call.hpp: calls that run while the program does something else, and lists as ranges.
 */
#ifndef LIBAPI_CPP_CALL_HPP
#define LIBAPI_CPP_CALL_HPP

#include "api/call.h"
#include "api/cpp/handle.hpp"

#include <cstddef>
#include <iterator>
#include <type_traits>

namespace libapi {

/** A call without the type of its answer. Moves only; releasing one that still runs cancels it. Since 0.1. */
class any_call {
public:
	explicit any_call(libapi_call *taken) : handle_(taken) {}

	/** Wait until it has ended, whatever its outcome. Drives all transfers of the client meanwhile. */
	result<void> try_wait() const {
		return detail::give_nothing({}, [&](libapi_error **why) {
			return libapi_call_wait(get(), -1, why);
		});
	}
	void wait() const {
		try_wait().value();
	}
	/** False when it still runs after so long. */
	result<bool> try_wait_for(std::chrono::milliseconds longest) const {
		const auto bounded = longest.count() < 0	   ? 0
				     : longest.count() > INT32_MAX ? INT32_MAX
								   : longest.count();
		libapi_error *why = nullptr;
		const std::int32_t code =
			libapi_call_wait(get(), static_cast<std::int32_t>(bounded), &why);
		error known(code, why);

		if (code == LIBAPI_OK || code == LIBAPI_E_TIMEOUT) {
			return code == LIBAPI_OK;
		}
		return known;
	}
	bool wait_for(std::chrono::milliseconds longest) const {
		return try_wait_for(longest).value();
	}
	bool is_done() const {
		return libapi_call_is_done(get()) == 1;
	}
	/** End it now, from any thread. */
	void cancel() const {
		libapi_call_cancel(get());
	}
	/** "createEvent" */
	std::string_view operation() const {
		return detail::view(libapi_call_operation(get()));
	}
	std::optional<std::string_view> idempotency_key() const {
		return detail::maybe(libapi_call_idempotency_key(get()));
	}
	/* What came with the answer: 0 and nullopt while it runs, or if there was none. */
	int http_status() const {
		return libapi_call_http_status(get());
	}
	std::optional<std::string_view> etag() const {
		return detail::maybe(libapi_call_etag(get()));
	}
	std::optional<std::string_view> request_id() const {
		return detail::maybe(libapi_call_request_id(get()));
	}
	std::optional<std::string_view> header(const text &name) const {
		return detail::maybe(libapi_call_header(get(), name.c_str()));
	}
	std::optional<std::string_view> raw_json() const {
		std::size_t len = 0;
		const char *body = libapi_call_raw_json(get(), &len);

		return body != nullptr
			       ? std::optional<std::string_view>(std::string_view(body, len))
			       : std::nullopt;
	}
	/** How often it was sent. */
	int attempts() const {
		return libapi_call_attempts(get());
	}
	void *user_data() const {
		return libapi_call_user_data(get());
	}
	void set_user_data(void *user_data) {
		libapi_call_set_user_data(get(), user_data);
	}
	/** The C object, borrowed: what client.next_done() tells it by. */
	libapi_call *get() const {
		return handle_.get();
	}

private:
	detail::owned<libapi_call, libapi_call_free> handle_;
};

/** A started call that gives a T: an answer, std::string, or void. */
template <class T> class call : public any_call {
public:
	using c_type = libapi_call;
	using any_call::any_call;

	/** The outcome, once; waits if it still runs. */
	result<T> try_take() {
		if constexpr (std::is_void_v<T>) {
			return detail::give_nothing({}, [&](libapi_error **why) {
				return libapi_call_take_nothing(get(), why);
			});
		} else if constexpr (std::is_same_v<T, std::string>) {
			return detail::give_text({}, [&](char **out, libapi_error **why) {
				return libapi_call_take_text(get(), out, why);
			});
		} else {
			return detail::give<T>({}, [&](auto **out, libapi_error **why) {
				return T::take(get(), out, why);
			});
		}
	}
	T take() {
		return try_take().value();
	}
};

/** A call that came out of the queue of done ones; whoever started it still holds it. */
class done_call {
public:
	explicit done_call(libapi_call *borrowed) : handle_(borrowed) {}

	std::string_view operation() const {
		return detail::view(libapi_call_operation(handle_));
	}
	void *user_data() const {
		return libapi_call_user_data(handle_);
	}
	bool operator==(const any_call &other) const {
		return handle_ == other.get();
	}
	bool operator!=(const any_call &other) const {
		return handle_ != other.get();
	}

private:
	libapi_call *handle_;
};

/**
 * All entries of a list, page after page: an input range.
 *
 *     for (auto &event : client.events(calendar_id)) { … }
 *
 * The loop throws where a page cannot be had; try_next() tells it instead. After an error the next step asks for the
 * same page again. It holds the client. One thread at a time.
 */
template <class Entry, class C, auto Next, auto Free> class pager {
public:
	using c_type = C;
	explicit pager(C *taken) : handle_(taken) {}

	/** The next entry; nullopt at the end. */
	result<std::optional<Entry>> try_next() {
		typename Entry::c_type *out = nullptr;
		libapi_error *why = nullptr;
		const std::int32_t found = Next(handle_.get(), &out, &why);

		if (found < 0) {
			return error(-found, why);
		}
		return found == 1 ? std::optional<Entry>(Entry(out)) : std::nullopt;
	}
	std::optional<Entry> next() {
		return try_next().value();
	}

	class iterator {
	public:
		using iterator_category = std::input_iterator_tag;
		using value_type = Entry;
		using difference_type = std::ptrdiff_t;
		using pointer = const Entry *;
		using reference = const Entry &;

		iterator() = default;
		explicit iterator(pager *walk) : walk_(walk) {
			++*this;
		}
		reference operator*() const {
			return *entry_;
		}
		pointer operator->() const {
			return &*entry_;
		}
		iterator &operator++() {
			entry_ = walk_->next();
			walk_ = entry_ ? walk_ : nullptr;
			return *this;
		}
		void operator++(int) {
			++*this;
		}
		friend bool operator==(const iterator &one, const iterator &other) {
			return one.walk_ == other.walk_;
		}
		friend bool operator!=(const iterator &one, const iterator &other) {
			return one.walk_ != other.walk_;
		}

	private:
		pager *walk_ = nullptr;
		std::optional<Entry> entry_;
	};

	/** Goes on where the walk stands. */
	iterator begin() {
		return iterator(this);
	}
	iterator end() {
		return {};
	}

private:
	detail::owned<C, Free> handle_;
};

} // namespace libapi

#endif
