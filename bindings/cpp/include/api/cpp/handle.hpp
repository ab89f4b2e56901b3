/**
 * api/cpp/handle.hpp: the three ways to hold a C object: counted (answers), owned, and owned by a builder.
 */
#ifndef LIBAPI_CPP_HANDLE_HPP
#define LIBAPI_CPP_HANDLE_HPP

#include "api/cpp/result.hpp"

namespace libapi::detail {

/* An answer: unchangeable, so a copy is one more reference. Empty ones are legal: their getters give nothing. */
template <class C, C *(*Ref)(const C *), void (*Unref)(C *)> class counted {
public:
	using c_type = C;

	counted() = default;
	explicit counted(C *taken) : handle_(taken) {}
	counted(const counted &other) : handle_(Ref(other.handle_)) {}
	counted(counted &&other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
	counted &operator=(counted other) noexcept {
		std::swap(handle_, other.handle_);
		return *this;
	}
	~counted() {
		Unref(handle_);
	}

	/** The C object, borrowed. */
	const C *get() const {
		return handle_;
	}
	explicit operator bool() const {
		return handle_ != nullptr;
	}

protected:
	/* Another reference to what is borrowed. */
	static C *hold(const C *borrowed) {
		return Ref(borrowed);
	}

private:
	C *handle_ = nullptr;
};

template <class C, void (*Free)(C *)> struct release {
	void operator()(C *handle) const {
		Free(handle);
	}
};

template <class C, void (*Free)(C *)> using owned = std::unique_ptr<C, release<C, Free>>;

/* A draft, a patch, a query or options. Setters chain; the first that is refused is remembered, and the call that
 * is given the builder fails with it before anything is sent. */
template <class Self, class C, std::int32_t (*New)(C **), void (*Free)(C *)> class builder {
public:
	using c_type = C;

	builder() {
		C *made = nullptr;

		refused_ = { New(&made), "" };
		handle_.reset(made);
	}
	explicit builder(C *taken) : handle_(taken) {}

	/** One with nothing set: the default where a builder may be left out. */
	static const Self &none() {
		static const Self nothing{ static_cast<C *>(nullptr) };
		return nothing;
	}
	/** The C object, borrowed; NULL of none(). */
	C *get() const {
		return handle_.get();
	}
	/** LIBAPI_OK, or what the first refused setter returned, and its name. */
	refusal refused() const {
		return refused_;
	}

protected:
	Self &keep(std::int32_t code, const char *member) {
		if (refused_.code == LIBAPI_OK && code != LIBAPI_OK) {
			refused_ = { code, member };
		}
		return static_cast<Self &>(*this);
	}
	/* A part that refused something is not set, and says itself what it was. */
	Self &keep_child(const refusal &part, std::int32_t code, const char *member) {
		return part.code != LIBAPI_OK ? keep(part.code, part.about) : keep(code, member);
	}

private:
	owned<C, Free> handle_;
	refusal refused_;
};

/* JSON text that the library made. */
inline std::string json_text(char *made) {
	const std::unique_ptr<char, void (*)(char *)> held(made, libapi_string_free);

	return std::string(view(made));
}

template <class Record, class C> std::optional<Record> maybe_record(const C *borrowed) {
	return borrowed != nullptr ? std::optional<Record>(Record::share(borrowed)) : std::nullopt;
}

} // namespace libapi::detail

#endif
