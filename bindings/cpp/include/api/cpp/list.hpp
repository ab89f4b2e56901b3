/**
 * api/cpp/list.hpp: lists and maps inside an answer, as ranges. They hold the answer, so they may outlive it.
 */
#ifndef LIBAPI_CPP_LIST_HPP
#define LIBAPI_CPP_LIST_HPP

#include "api/cpp/handle.hpp"

#include <cstddef>
#include <iterator>

namespace libapi::detail {

/* Goes over anything with `entry(index)`, which makes the entries. */
template <class Range, class Entry> class place {
public:
	using iterator_category = std::input_iterator_tag;
	using value_type = Entry;
	using difference_type = std::ptrdiff_t;
	using pointer = void;
	using reference = Entry;

	place() = default;
	place(const Range *range, std::size_t index) : range_(range), index_(index) {}

	Entry operator*() const {
		return range_->entry(index_);
	}
	place &operator++() {
		index_++;
		return *this;
	}
	place operator++(int) {
		place before = *this;

		index_++;
		return before;
	}
	friend bool operator==(const place &one, const place &other) {
		return one.index_ == other.index_;
	}
	friend bool operator!=(const place &one, const place &other) {
		return one.index_ != other.index_;
	}

private:
	const Range *range_ = nullptr;
	std::size_t index_ = 0;
};

template <class Entry, class Owner, auto Count, auto At> class list {
public:
	using value_type = Entry;
	using iterator = place<list, Entry>;

	explicit list(Owner owner) : owner_(std::move(owner)) {}

	std::size_t size() const {
		return Count(owner_.get());
	}
	bool empty() const {
		return size() == 0;
	}
	/** Past the end: an empty text, or an empty record. */
	Entry operator[](std::size_t index) const {
		return entry(index);
	}
	Entry entry(std::size_t index) const {
		return made(At(owner_.get(), index));
	}
	iterator begin() const {
		return { this, 0 };
	}
	iterator end() const {
		return { this, size() };
	}

private:
	static std::string_view made(const char *value) {
		return view(value);
	}
	template <class C> static Entry made(const C *borrowed) {
		return Entry::share(borrowed);
	}

	Owner owner_;
};

template <class Owner, auto Count, auto KeyAt, auto ValueAt, auto Get> class map {
public:
	using value_type = std::pair<std::string_view, std::string_view>;
	using iterator = place<map, value_type>;

	explicit map(Owner owner) : owner_(std::move(owner)) {}

	std::size_t size() const {
		return Count(owner_.get());
	}
	bool empty() const {
		return size() == 0;
	}
	value_type entry(std::size_t index) const {
		return { view(KeyAt(owner_.get(), index)), view(ValueAt(owner_.get(), index)) };
	}
	/** The value of a key. */
	std::optional<std::string_view> find(const text &key) const {
		return key.c_str() != nullptr ? maybe(Get(owner_.get(), key.c_str())) : std::nullopt;
	}
	iterator begin() const {
		return { this, 0 };
	}
	iterator end() const {
		return { this, size() };
	}

private:
	Owner owner_;
};

} // namespace libapi::detail

#endif
