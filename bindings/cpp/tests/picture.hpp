/* picture.hpp: answers and failures as JSON, by nothing but the C++ API's getters. */
#ifndef BINDINGS_CPP_TESTS_PICTURE_HPP
#define BINDINGS_CPP_TESTS_PICTURE_HPP

#include "bindings/cpp/tests/mirror.hpp"

#include <json-c/json.h>
#include <stdexcept>

/* A getter contradicts another, or a case asks for what there is not. */
struct fault : std::runtime_error {
	using runtime_error::runtime_error;
};

inline json_object *json(std::string_view value) {
	/* A text that was not there has no address. */
	return value.data() == nullptr
		       ? nullptr
		       : json_object_new_string_len(value.data(), static_cast<int>(value.size()));
}
inline json_object *json(std::int64_t value) {
	return json_object_new_int64(value);
}
inline json_object *json(int value) {
	return json_object_new_int(value);
}
inline json_object *json(bool value) {
	return json_object_new_boolean(value);
}
inline json_object *json(libapi::instant value) {
	return json_object_new_int64(value.time_since_epoch().count());
}
template <class T> json_object *picture_of(const T &answer);
template <class T, class = decltype(&T::to_json)> json_object *json(const T &record) {
	return picture_of(record);
}
template <class T> json_object *json(const std::optional<T> &value) {
	return value ? json(*value) : nullptr;
}
template <class Entry, class Owner, auto Count, auto At>
json_object *json(const libapi::detail::list<Entry, Owner, Count, At> &list) {
	json_object *array = json_object_new_array();

	for (const Entry &entry : list) {
		json_object_array_add(array, json(entry));
	}
	if (json_object_array_length(array) != list.size() || list.empty() != (list.size() == 0)) {
		throw fault("a list's size is not the number of its entries");
	}
	return array;
}
template <class Owner, auto Count, auto KeyAt, auto ValueAt, auto Get>
json_object *json(const libapi::detail::map<Owner, Count, KeyAt, ValueAt, Get> &map) {
	json_object *object = json_object_new_object();

	for (const auto &[key, value] : map) {
		json_object_object_add(object, std::string(key).c_str(), json(value));
		if (map.find(key) != value) {
			throw fault("a map's entry differs by its key");
		}
	}
	return object;
}

/* What members<T>::each() shows an answer's getters to. */
struct painter {
	json_object *picture = json_object_new_object();

	template <class T> void member(const char *name, const T &value) {
		json_object_object_add(picture, name, ::json(value));
	}
	void json(const char *name, std::optional<std::string_view> value) {
		json_object_object_add(picture, name,
			value ? json_tokener_parse(std::string(*value).c_str()) : nullptr);
	}
	template <class E>
	void enumerated(const char *name, E value, std::optional<std::string_view> raw) {
		if (value != E::unknown) {
			if (!raw || libapi::to_text(value) != *raw) {
				throw fault(std::string(name) + ": constant and text differ");
			}
			return member(name, raw);
		}
		json_object *unknown = nullptr;

		if (raw && raw->data() != nullptr) {
			unknown = json_object_new_object();
			json_object_object_add(unknown, "raw", ::json(*raw));
		}
		json_object_object_add(picture, name, unknown);
	}
};

template <class T> json_object *picture_of(const T &answer) {
	painter paint;
	const T copy = answer; /* one more reference, let go at the end */

	members<T>::each(copy, paint);
	return paint.picture;
}

json_object *picture_of(const libapi::error &why);

/* Status, etag, request_id and the headers that the case asks about. */
json_object *picture_of(const libapi::any_call &call, json_object *headers);
json_object *picture_of(const libapi::response &response, json_object *headers);

#endif
