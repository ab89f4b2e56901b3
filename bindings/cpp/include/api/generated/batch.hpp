/**
 * api/generated/batch.hpp: the types of api/batch.h.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_BATCH_HPP
#define LIBAPI_GENERATED_BATCH_HPP

#include "api/batch.h"
#include "api/cpp/list.hpp"

namespace libapi {

/** Its method. */
enum class batch_request_method : std::int32_t {
	unknown,
	get,
	post,
	put,
	patch,
	delete_,
};
constexpr std::string_view to_text(batch_request_method value) {
	switch (value) {
	case batch_request_method::unknown:
		return "";
	case batch_request_method::get:
		return "GET";
	case batch_request_method::post:
		return "POST";
	case batch_request_method::put:
		return "PUT";
	case batch_request_method::patch:
		return "PATCH";
	case batch_request_method::delete_:
		return "DELETE";
	}
	return "";
}

/** The answer to one request of a batch. Copies share it. */
class batch_response : public detail::counted<libapi_batch_response, libapi_batch_response_ref, libapi_batch_response_unref> {
public:
	using counted::counted;
	static batch_response share(const libapi_batch_response *borrowed) {
		return batch_response(hold(borrowed));
	}
	std::string_view id() const {
		return detail::view(libapi_batch_response_id(get()));
	}
	std::int64_t status() const {
		return libapi_batch_response_status(get());
	}
	auto headers() const {
		return detail::map<batch_response, libapi_batch_response_headers_count, libapi_batch_response_headers_key_at, libapi_batch_response_headers_value_at, libapi_batch_response_headers_get>(*this);
	}
	std::optional<std::string_view> body() const {
		return detail::maybe(libapi_batch_response_body(get()));
	}
	std::string to_json() const {
		return detail::json_text(libapi_batch_response_to_json(get()));
	}
};

/** The answers to a batch. Copies share it. */
class batch : public detail::counted<libapi_batch, libapi_batch_ref, libapi_batch_unref> {
public:
	using counted::counted;
	static batch share(const libapi_batch *borrowed) {
		return batch(hold(borrowed));
	}
	auto responses() const {
		return detail::list<libapi::batch_response, batch, libapi_batch_response_count, libapi_batch_response_at>(*this);
	}
	std::string to_json() const {
		return detail::json_text(libapi_batch_to_json(get()));
	}
	static std::int32_t take(libapi_call *call, libapi_batch **out, libapi_error **why) {
		return libapi_call_take_batch(call, out, why);
	}
};

/** One request of a batch. */
class batch_request_draft
	: public detail::builder<batch_request_draft, libapi_batch_request_draft, libapi_batch_request_draft_new, libapi_batch_request_draft_free> {
public:
	using builder::builder;
	batch_request_draft &set_id(const text &value) {
		return keep(libapi_batch_request_draft_set_id(get(), value.c_str()), "id");
	}
	batch_request_draft &unset_id() {
		return keep(libapi_batch_request_draft_unset_id(get()), "id");
	}
	batch_request_draft &set_method(libapi::batch_request_method value) {
		return keep(libapi_batch_request_draft_set_method(get(), static_cast<std::int32_t>(value)), "method");
	}
	batch_request_draft &unset_method() {
		return keep(libapi_batch_request_draft_unset_method(get()), "method");
	}
	batch_request_draft &set_path(const text &value) {
		return keep(libapi_batch_request_draft_set_path(get(), value.c_str()), "path");
	}
	batch_request_draft &unset_path() {
		return keep(libapi_batch_request_draft_unset_path(get()), "path");
	}
	batch_request_draft &set_headers(const text &key, const text &value) {
		return keep(libapi_batch_request_draft_set_headers(get(), key.c_str(), value.c_str()), "headers");
	}
	batch_request_draft &clear_headers() {
		return keep(libapi_batch_request_draft_clear_headers(get()), "headers");
	}
	batch_request_draft &unset_headers() {
		return keep(libapi_batch_request_draft_unset_headers(get()), "headers");
	}
	batch_request_draft &set_body(const text &value) {
		return keep(libapi_batch_request_draft_set_body(get(), value.c_str()), "body");
	}
	batch_request_draft &unset_body() {
		return keep(libapi_batch_request_draft_unset_body(get()), "body");
	}
	std::string to_json() const {
		return detail::json_text(libapi_batch_request_draft_to_json(get()));
	}
	static result<batch_request_draft> try_from_json(std::string_view json) {
		return detail::give<batch_request_draft>({}, [&](libapi_batch_request_draft **out, libapi_error **why) {
			return libapi_batch_request_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static batch_request_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

/** Requests to be answered together. */
class batch_draft
	: public detail::builder<batch_draft, libapi_batch_draft, libapi_batch_draft_new, libapi_batch_draft_free> {
public:
	using builder::builder;
	batch_draft &add_request(const batch_request_draft &value) {
		return keep_child(value.refused(), libapi_batch_draft_add_request(get(), value.get()), "requests");
	}
	batch_draft &clear_requests() {
		return keep(libapi_batch_draft_clear_requests(get()), "requests");
	}
	batch_draft &unset_requests() {
		return keep(libapi_batch_draft_unset_requests(get()), "requests");
	}
	batch_draft &set_atomic(bool value) {
		return keep(libapi_batch_draft_set_atomic(get(), value), "atomic");
	}
	batch_draft &unset_atomic() {
		return keep(libapi_batch_draft_unset_atomic(get()), "atomic");
	}
	std::string to_json() const {
		return detail::json_text(libapi_batch_draft_to_json(get()));
	}
	static result<batch_draft> try_from_json(std::string_view json) {
		return detail::give<batch_draft>({}, [&](libapi_batch_draft **out, libapi_error **why) {
			return libapi_batch_draft_from_json(json.data(), json.size(), out, why);
		});
	}
	static batch_draft from_json(std::string_view json) {
		return try_from_json(json).value();
	}
};

} // namespace libapi

#endif
