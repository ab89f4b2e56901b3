/* picture.cpp: failures, calls and responses as JSON. */
#include "bindings/cpp/tests/picture.hpp"

static json_object *picture_of_fields(const libapi::error &why) {
	json_object *array = json_object_new_array();

	for (const libapi::field_error &field : why.fields()) {
		json_object *entry = json_object_new_object();

		json_object_object_add(entry, "pointer", json(field.pointer));
		json_object_object_add(entry, "code", json(field.code));
		json_object_object_add(entry, "message", json(field.message));
		json_object_array_add(array, entry);
	}
	return array;
}

/* The class that was thrown must be that of the category. */
static const char *family_of(const libapi::error &why) {
	return dynamic_cast<const libapi::local_error *>(&why) != nullptr       ? "local"
	       : dynamic_cast<const libapi::transport_error *>(&why) != nullptr ? "transport"
	       : dynamic_cast<const libapi::wire_error *>(&why) != nullptr      ? "wire"
	       : dynamic_cast<const libapi::server_error *>(&why) != nullptr    ? "server"
										 : "none";
}

json_object *picture_of(const libapi::error &why) {
	static const char *const categories[] = { "unknown", "local", "transport", "wire",
		"server" };
	json_object *picture = json_object_new_object();
	const auto retry = why.retry_after();

	if (categories[static_cast<int>(why.category())] != std::string_view(family_of(why))) {
		throw fault("the exception's class is not of its category");
	}
	json_object_object_add(picture, "code", json(why.name()));
	json_object_object_add(picture, "category", json(std::string_view(family_of(why))));
	json_object_object_add(picture, "problem", json(why.problem()));
	json_object_object_add(picture, "detail", json(why.detail()));
	json_object_object_add(picture, "title", json(why.title()));
	json_object_object_add(picture, "type", json(why.type()));
	json_object_object_add(picture, "request_id", json(why.request_id()));
	json_object_object_add(picture, "etag", json(why.etag()));
	json_object_object_add(picture, "operation", json(why.operation()));
	json_object_object_add(picture, "text", json(why.message()));
	json_object_object_add(picture, "status", json(why.http_status()));
	json_object_object_add(picture, "retry_after_ms",
		json(retry ? std::int64_t(retry->count()) : std::int64_t(-1)));
	json_object_object_add(picture, "is_retryable", json(why.is_retryable()));
	json_object_object_add(picture, "body", json(why.raw_body()));
	json_object_object_add(picture, "fields", picture_of_fields(why));
	return picture;
}

template <class Source> static json_object *headers_of(const Source &source, json_object *asked) {
	json_object *found = json_object_new_object();

	if (asked != nullptr) {
		json_object_object_foreach(asked, name, value) {
			(void)value;
			json_object_object_add(found, name, json(source.header(name)));
		}
	}
	return found;
}

json_object *picture_of(const libapi::any_call &call, json_object *headers) {
	json_object *picture = json_object_new_object();

	json_object_object_add(picture, "status", json(call.http_status()));
	json_object_object_add(picture, "etag", json(call.etag()));
	json_object_object_add(picture, "request_id", json(call.request_id()));
	json_object_object_add(picture, "headers", headers_of(call, headers));
	return picture;
}

json_object *picture_of(const libapi::response &response, json_object *headers) {
	json_object *picture = json_object_new_object();

	json_object_object_add(picture, "status", json(response.status()));
	json_object_object_add(picture, "body", json(response.body()));
	json_object_object_add(picture, "headers", headers_of(response, headers));
	return picture;
}
