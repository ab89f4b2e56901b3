/**
 * api/generated/client.hpp: libapi::client, every operation as member functions.
 *
 * Written by generator/cpp.py from openapi/calendar.yaml; change those and generate again.
 */
#ifndef LIBAPI_GENERATED_CLIENT_HPP
#define LIBAPI_GENERATED_CLIENT_HPP

#include "api/cpp/session.hpp"
#include "api/generated/system.hpp"
#include "api/generated/user.hpp"
#include "api/generated/key.hpp"
#include "api/generated/calendar.hpp"
#include "api/generated/feed.hpp"
#include "api/generated/acl.hpp"
#include "api/generated/event.hpp"
#include "api/generated/change.hpp"
#include "api/generated/availability.hpp"
#include "api/generated/batch.hpp"
#include "api/generated/webhook.hpp"
#include "api/generated/audit.hpp"

namespace libapi {

/** One server, one key, one pool of connections; for any number of threads. Copies share it. */
class client : public session {
public:
	using session::session;
	static result<client> try_make(const config &settings) {
		return detail::give<client>(settings.refused(), [&](auto **out, auto **why) {
			return session::make(settings, out, why);
		});
	}
	explicit client(const config &settings) : client(try_make(settings).value()) {}
	/** From the environment and the profile file: libapi_client_open(). */
	static result<client> try_open(const text &profile = nullptr) {
		return detail::give<client>({}, [&](libapi_client **out, libapi_error **why) {
			return libapi_client_open(profile.c_str(), out, why);
		});
	}
	static client open(const text &profile = nullptr) {
		return try_open(profile).value();
	}

	/** Show what the service can do. getCapabilities; libapi_capabilities_get(). */
	result<libapi::capabilities> try_capabilities_get(const call_options &options = call_options::none()) const {
		return detail::give<libapi::capabilities>(detail::first(options),
			[&](libapi_capabilities **out, libapi_error **why) {
				return libapi_capabilities_get(get(), options.get(),
					out, why);
			});
	}
	libapi::capabilities capabilities_get(const call_options &options = call_options::none()) const {
		return try_capabilities_get(options).value();
	}
	result<call<libapi::capabilities>> try_start_capabilities_get(const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::capabilities>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_capabilities_get_start(get(), options.get(),
					out, why);
			});
	}
	call<libapi::capabilities> start_capabilities_get(const call_options &options = call_options::none()) const {
		return try_start_capabilities_get(options).value();
	}

	/** Fetch the OpenAPI document of the service. getOpenApi; libapi_openapi_get(). */
	result<std::string> try_openapi_get(const call_options &options = call_options::none()) const {
		return detail::give_text(detail::first(options),
			[&](char **out, libapi_error **why) {
				return libapi_openapi_get(get(), options.get(),
					out, why);
			});
	}
	std::string openapi_get(const call_options &options = call_options::none()) const {
		return try_openapi_get(options).value();
	}
	result<call<std::string>> try_start_openapi_get(const call_options &options = call_options::none()) const {
		return detail::give<call<std::string>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_openapi_get_start(get(), options.get(),
					out, why);
			});
	}
	call<std::string> start_openapi_get(const call_options &options = call_options::none()) const {
		return try_start_openapi_get(options).value();
	}

	/** Create a user and a first API key. createUser; libapi_user_create(). */
	result<libapi::created_user> try_user_create(const user_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::created_user>(detail::first(body, options),
			[&](libapi_created_user **out, libapi_error **why) {
				return libapi_user_create(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::created_user user_create(const user_draft &body,
		const call_options &options = call_options::none()) const {
		return try_user_create(body, options).value();
	}
	result<call<libapi::created_user>> try_start_user_create(const user_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::created_user>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_user_create_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::created_user> start_user_create(const user_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_user_create(body, options).value();
	}

	/** List users. listUsers; libapi_user_list(). */
	result<libapi::user_page> try_user_list(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::user_page>(detail::first(query, options),
			[&](libapi_user_page **out, libapi_error **why) {
				return libapi_user_list(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::user_page user_list(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_user_list(query, options).value();
	}
	result<call<libapi::user_page>> try_start_user_list(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::user_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_user_list_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::user_page> start_user_list(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_user_list(query, options).value();
	}
	using user_pager = pager<libapi::user, libapi_user_pager, libapi_user_pager_next, libapi_user_pager_free>;
	result<user_pager> try_users(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<user_pager>(detail::first(query, options),
			[&](libapi_user_pager **out, libapi_error **why) {
				return libapi_user_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	user_pager users(const user_list_query &query = user_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_users(query, options).value();
	}

	/** Show a user. getUser; libapi_user_get(). */
	result<libapi::user> try_user_get(const text &user_id,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::user>(detail::first(options),
			[&](libapi_user **out, libapi_error **why) {
				return libapi_user_get(get(), user_id.c_str(), options.get(),
					out, why);
			});
	}
	libapi::user user_get(const text &user_id,
		const call_options &options = call_options::none()) const {
		return try_user_get(user_id, options).value();
	}
	result<call<libapi::user>> try_start_user_get(const text &user_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::user>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_user_get_start(get(), user_id.c_str(), options.get(),
					out, why);
			});
	}
	call<libapi::user> start_user_get(const text &user_id,
		const call_options &options = call_options::none()) const {
		return try_start_user_get(user_id, options).value();
	}

	/** Change a user. updateUser; libapi_user_update(). */
	result<libapi::user> try_user_update(const text &user_id,
		const user_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::user>(detail::first(body, options),
			[&](libapi_user **out, libapi_error **why) {
				return libapi_user_update(get(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::user user_update(const text &user_id,
		const user_patch &body,
		const call_options &options = call_options::none()) const {
		return try_user_update(user_id, body, options).value();
	}
	result<call<libapi::user>> try_start_user_update(const text &user_id,
		const user_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::user>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_user_update_start(get(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::user> start_user_update(const text &user_id,
		const user_patch &body,
		const call_options &options = call_options::none()) const {
		return try_start_user_update(user_id, body, options).value();
	}

	/** Delete a user. deleteUser; libapi_user_delete(). */
	result<void> try_user_delete(const text &user_id,
		const user_delete_query &query = user_delete_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(query, options),
			[&](libapi_error **why) {
				return libapi_user_delete(get(), user_id.c_str(), query.get(), options.get(),
					why);
			});
	}
	void user_delete(const text &user_id,
		const user_delete_query &query = user_delete_query::none(),
		const call_options &options = call_options::none()) const {
		try_user_delete(user_id, query, options).value();
	}
	result<call<void>> try_start_user_delete(const text &user_id,
		const user_delete_query &query = user_delete_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_user_delete_start(get(), user_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<void> start_user_delete(const text &user_id,
		const user_delete_query &query = user_delete_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_user_delete(user_id, query, options).value();
	}

	/** Create an API key. createApiKey; libapi_key_create(). */
	result<libapi::created_api_key> try_key_create(const text &user_id,
		const api_key_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::created_api_key>(detail::first(body, options),
			[&](libapi_created_api_key **out, libapi_error **why) {
				return libapi_key_create(get(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::created_api_key key_create(const text &user_id,
		const api_key_draft &body,
		const call_options &options = call_options::none()) const {
		return try_key_create(user_id, body, options).value();
	}
	result<call<libapi::created_api_key>> try_start_key_create(const text &user_id,
		const api_key_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::created_api_key>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_key_create_start(get(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::created_api_key> start_key_create(const text &user_id,
		const api_key_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_key_create(user_id, body, options).value();
	}

	/** List the API keys of a user. listApiKeys; libapi_key_list(). */
	result<libapi::api_key_page> try_key_list(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::api_key_page>(detail::first(query, options),
			[&](libapi_api_key_page **out, libapi_error **why) {
				return libapi_key_list(get(), user_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::api_key_page key_list(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_key_list(user_id, query, options).value();
	}
	result<call<libapi::api_key_page>> try_start_key_list(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::api_key_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_key_list_start(get(), user_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::api_key_page> start_key_list(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_key_list(user_id, query, options).value();
	}
	using key_pager = pager<libapi::api_key, libapi_key_pager, libapi_key_pager_next, libapi_key_pager_free>;
	result<key_pager> try_keys(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<key_pager>(detail::first(query, options),
			[&](libapi_key_pager **out, libapi_error **why) {
				return libapi_key_pager_new(get(), user_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	key_pager keys(const text &user_id,
		const key_list_query &query = key_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_keys(user_id, query, options).value();
	}

	/** Revoke an API key. revokeApiKey; libapi_key_revoke(). */
	result<void> try_key_revoke(const text &user_id,
		const text &key_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_key_revoke(get(), user_id.c_str(), key_id.c_str(), options.get(),
					why);
			});
	}
	void key_revoke(const text &user_id,
		const text &key_id,
		const call_options &options = call_options::none()) const {
		try_key_revoke(user_id, key_id, options).value();
	}
	result<call<void>> try_start_key_revoke(const text &user_id,
		const text &key_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_key_revoke_start(get(), user_id.c_str(), key_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_key_revoke(const text &user_id,
		const text &key_id,
		const call_options &options = call_options::none()) const {
		return try_start_key_revoke(user_id, key_id, options).value();
	}

	/** Create a calendar. createCalendar; libapi_calendar_create(). */
	result<libapi::calendar> try_calendar_create(const calendar_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::calendar>(detail::first(body, options),
			[&](libapi_calendar **out, libapi_error **why) {
				return libapi_calendar_create(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::calendar calendar_create(const calendar_draft &body,
		const call_options &options = call_options::none()) const {
		return try_calendar_create(body, options).value();
	}
	result<call<libapi::calendar>> try_start_calendar_create(const calendar_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::calendar>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_create_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::calendar> start_calendar_create(const calendar_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_calendar_create(body, options).value();
	}

	/** List calendars. listCalendars; libapi_calendar_list(). */
	result<libapi::calendar_page> try_calendar_list(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::calendar_page>(detail::first(query, options),
			[&](libapi_calendar_page **out, libapi_error **why) {
				return libapi_calendar_list(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::calendar_page calendar_list(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_calendar_list(query, options).value();
	}
	result<call<libapi::calendar_page>> try_start_calendar_list(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::calendar_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_list_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::calendar_page> start_calendar_list(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_calendar_list(query, options).value();
	}
	using calendar_pager = pager<libapi::calendar, libapi_calendar_pager, libapi_calendar_pager_next, libapi_calendar_pager_free>;
	result<calendar_pager> try_calendars(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<calendar_pager>(detail::first(query, options),
			[&](libapi_calendar_pager **out, libapi_error **why) {
				return libapi_calendar_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	calendar_pager calendars(const calendar_list_query &query = calendar_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_calendars(query, options).value();
	}

	/** Show a calendar. getCalendar; libapi_calendar_get(). */
	result<libapi::calendar> try_calendar_get(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::calendar>(detail::first(options),
			[&](libapi_calendar **out, libapi_error **why) {
				return libapi_calendar_get(get(), calendar_id.c_str(), options.get(),
					out, why);
			});
	}
	libapi::calendar calendar_get(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return try_calendar_get(calendar_id, options).value();
	}
	result<call<libapi::calendar>> try_start_calendar_get(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::calendar>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_get_start(get(), calendar_id.c_str(), options.get(),
					out, why);
			});
	}
	call<libapi::calendar> start_calendar_get(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return try_start_calendar_get(calendar_id, options).value();
	}

	/** Change a calendar. updateCalendar; libapi_calendar_update(). */
	result<libapi::calendar> try_calendar_update(const text &calendar_id,
		const calendar_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::calendar>(detail::first(body, options),
			[&](libapi_calendar **out, libapi_error **why) {
				return libapi_calendar_update(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::calendar calendar_update(const text &calendar_id,
		const calendar_patch &body,
		const call_options &options = call_options::none()) const {
		return try_calendar_update(calendar_id, body, options).value();
	}
	result<call<libapi::calendar>> try_start_calendar_update(const text &calendar_id,
		const calendar_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::calendar>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_update_start(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::calendar> start_calendar_update(const text &calendar_id,
		const calendar_patch &body,
		const call_options &options = call_options::none()) const {
		return try_start_calendar_update(calendar_id, body, options).value();
	}

	/** Delete a calendar and everything in it. deleteCalendar; libapi_calendar_delete(). */
	result<void> try_calendar_delete(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_calendar_delete(get(), calendar_id.c_str(), options.get(),
					why);
			});
	}
	void calendar_delete(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		try_calendar_delete(calendar_id, options).value();
	}
	result<call<void>> try_start_calendar_delete(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_delete_start(get(), calendar_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_calendar_delete(const text &calendar_id,
		const call_options &options = call_options::none()) const {
		return try_start_calendar_delete(calendar_id, options).value();
	}

	/** Export a calendar as iCalendar text. exportCalendar; libapi_calendar_export(). */
	result<std::string> try_calendar_export(const text &calendar_id,
		const calendar_export_query &query = calendar_export_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give_text(detail::first(query, options),
			[&](char **out, libapi_error **why) {
				return libapi_calendar_export(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	std::string calendar_export(const text &calendar_id,
		const calendar_export_query &query = calendar_export_query::none(),
		const call_options &options = call_options::none()) const {
		return try_calendar_export(calendar_id, query, options).value();
	}
	result<call<std::string>> try_start_calendar_export(const text &calendar_id,
		const calendar_export_query &query = calendar_export_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<std::string>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_export_start(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<std::string> start_calendar_export(const text &calendar_id,
		const calendar_export_query &query = calendar_export_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_calendar_export(calendar_id, query, options).value();
	}

	/** Import events from iCalendar text. importCalendar; libapi_calendar_import(). */
	result<libapi::import_result> try_calendar_import(const text &calendar_id,
		std::string_view body,
		const calendar_import_query &query = calendar_import_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::import_result>(detail::first(query, options),
			[&](libapi_import_result **out, libapi_error **why) {
				return libapi_calendar_import(get(), calendar_id.c_str(), body.data(), body.size(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::import_result calendar_import(const text &calendar_id,
		std::string_view body,
		const calendar_import_query &query = calendar_import_query::none(),
		const call_options &options = call_options::none()) const {
		return try_calendar_import(calendar_id, body, query, options).value();
	}
	result<call<libapi::import_result>> try_start_calendar_import(const text &calendar_id,
		std::string_view body,
		const calendar_import_query &query = calendar_import_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::import_result>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_calendar_import_start(get(), calendar_id.c_str(), body.data(), body.size(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::import_result> start_calendar_import(const text &calendar_id,
		std::string_view body,
		const calendar_import_query &query = calendar_import_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_calendar_import(calendar_id, body, query, options).value();
	}

	/** Create a link to subscribe to a calendar. createFeed; libapi_feed_create(). */
	result<libapi::created_feed> try_feed_create(const text &calendar_id,
		const feed_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::created_feed>(detail::first(body, options),
			[&](libapi_created_feed **out, libapi_error **why) {
				return libapi_feed_create(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::created_feed feed_create(const text &calendar_id,
		const feed_draft &body,
		const call_options &options = call_options::none()) const {
		return try_feed_create(calendar_id, body, options).value();
	}
	result<call<libapi::created_feed>> try_start_feed_create(const text &calendar_id,
		const feed_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::created_feed>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_feed_create_start(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::created_feed> start_feed_create(const text &calendar_id,
		const feed_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_feed_create(calendar_id, body, options).value();
	}

	/** List the links to a calendar. listFeeds; libapi_feed_list(). */
	result<libapi::feed_page> try_feed_list(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::feed_page>(detail::first(query, options),
			[&](libapi_feed_page **out, libapi_error **why) {
				return libapi_feed_list(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::feed_page feed_list(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_feed_list(calendar_id, query, options).value();
	}
	result<call<libapi::feed_page>> try_start_feed_list(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::feed_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_feed_list_start(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::feed_page> start_feed_list(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_feed_list(calendar_id, query, options).value();
	}
	using feed_pager = pager<libapi::feed, libapi_feed_pager, libapi_feed_pager_next, libapi_feed_pager_free>;
	result<feed_pager> try_feeds(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<feed_pager>(detail::first(query, options),
			[&](libapi_feed_pager **out, libapi_error **why) {
				return libapi_feed_pager_new(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	feed_pager feeds(const text &calendar_id,
		const feed_list_query &query = feed_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_feeds(calendar_id, query, options).value();
	}

	/** Revoke a link to a calendar. revokeFeed; libapi_feed_revoke(). */
	result<void> try_feed_revoke(const text &calendar_id,
		const text &feed_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_feed_revoke(get(), calendar_id.c_str(), feed_id.c_str(), options.get(),
					why);
			});
	}
	void feed_revoke(const text &calendar_id,
		const text &feed_id,
		const call_options &options = call_options::none()) const {
		try_feed_revoke(calendar_id, feed_id, options).value();
	}
	result<call<void>> try_start_feed_revoke(const text &calendar_id,
		const text &feed_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_feed_revoke_start(get(), calendar_id.c_str(), feed_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_feed_revoke(const text &calendar_id,
		const text &feed_id,
		const call_options &options = call_options::none()) const {
		return try_start_feed_revoke(calendar_id, feed_id, options).value();
	}

	/** Read a calendar by its link. getFeed; libapi_feed_get(). */
	result<std::string> try_feed_get(const text &token,
		const call_options &options = call_options::none()) const {
		return detail::give_text(detail::first(options),
			[&](char **out, libapi_error **why) {
				return libapi_feed_get(get(), token.c_str(), options.get(),
					out, why);
			});
	}
	std::string feed_get(const text &token,
		const call_options &options = call_options::none()) const {
		return try_feed_get(token, options).value();
	}
	result<call<std::string>> try_start_feed_get(const text &token,
		const call_options &options = call_options::none()) const {
		return detail::give<call<std::string>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_feed_get_start(get(), token.c_str(), options.get(),
					out, why);
			});
	}
	call<std::string> start_feed_get(const text &token,
		const call_options &options = call_options::none()) const {
		return try_start_feed_get(token, options).value();
	}

	/** List who may do what on a calendar. listAcl; libapi_acl_list(). */
	result<libapi::acl_rule_page> try_acl_list(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::acl_rule_page>(detail::first(query, options),
			[&](libapi_acl_rule_page **out, libapi_error **why) {
				return libapi_acl_list(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::acl_rule_page acl_list(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_acl_list(calendar_id, query, options).value();
	}
	result<call<libapi::acl_rule_page>> try_start_acl_list(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::acl_rule_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_acl_list_start(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::acl_rule_page> start_acl_list(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_acl_list(calendar_id, query, options).value();
	}
	using acl_pager = pager<libapi::acl_rule, libapi_acl_pager, libapi_acl_pager_next, libapi_acl_pager_free>;
	result<acl_pager> try_acl_rules(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<acl_pager>(detail::first(query, options),
			[&](libapi_acl_pager **out, libapi_error **why) {
				return libapi_acl_pager_new(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	acl_pager acl_rules(const text &calendar_id,
		const acl_list_query &query = acl_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_acl_rules(calendar_id, query, options).value();
	}

	/** Give a user a role on a calendar. putAclRule; libapi_acl_put(). */
	result<libapi::acl_rule> try_acl_put(const text &calendar_id,
		const text &user_id,
		const acl_rule_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::acl_rule>(detail::first(body, options),
			[&](libapi_acl_rule **out, libapi_error **why) {
				return libapi_acl_put(get(), calendar_id.c_str(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::acl_rule acl_put(const text &calendar_id,
		const text &user_id,
		const acl_rule_draft &body,
		const call_options &options = call_options::none()) const {
		return try_acl_put(calendar_id, user_id, body, options).value();
	}
	result<call<libapi::acl_rule>> try_start_acl_put(const text &calendar_id,
		const text &user_id,
		const acl_rule_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::acl_rule>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_acl_put_start(get(), calendar_id.c_str(), user_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::acl_rule> start_acl_put(const text &calendar_id,
		const text &user_id,
		const acl_rule_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_acl_put(calendar_id, user_id, body, options).value();
	}

	/** Take a user's role on a calendar away. deleteAclRule; libapi_acl_delete(). */
	result<void> try_acl_delete(const text &calendar_id,
		const text &user_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_acl_delete(get(), calendar_id.c_str(), user_id.c_str(), options.get(),
					why);
			});
	}
	void acl_delete(const text &calendar_id,
		const text &user_id,
		const call_options &options = call_options::none()) const {
		try_acl_delete(calendar_id, user_id, options).value();
	}
	result<call<void>> try_start_acl_delete(const text &calendar_id,
		const text &user_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_acl_delete_start(get(), calendar_id.c_str(), user_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_acl_delete(const text &calendar_id,
		const text &user_id,
		const call_options &options = call_options::none()) const {
		return try_start_acl_delete(calendar_id, user_id, options).value();
	}

	/** Create an event. createEvent; libapi_event_create(). */
	result<libapi::event> try_event_create(const text &calendar_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_event_create(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::event event_create(const text &calendar_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return try_event_create(calendar_id, body, options).value();
	}
	result<call<libapi::event>> try_start_event_create(const text &calendar_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_create_start(get(), calendar_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_event_create(const text &calendar_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_event_create(calendar_id, body, options).value();
	}

	/** List the events of a calendar. listEvents; libapi_event_list(). */
	result<libapi::event_page> try_event_list(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event_page>(detail::first(query, options),
			[&](libapi_event_page **out, libapi_error **why) {
				return libapi_event_list(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event_page event_list(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_event_list(calendar_id, query, options).value();
	}
	result<call<libapi::event_page>> try_start_event_list(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_list_start(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event_page> start_event_list(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_event_list(calendar_id, query, options).value();
	}
	using event_pager = pager<libapi::event, libapi_event_pager, libapi_event_pager_next, libapi_event_pager_free>;
	result<event_pager> try_events(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<event_pager>(detail::first(query, options),
			[&](libapi_event_pager **out, libapi_error **why) {
				return libapi_event_pager_new(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	event_pager events(const text &calendar_id,
		const event_list_query &query = event_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_events(calendar_id, query, options).value();
	}

	/** Show an event. getEvent; libapi_event_get(). */
	result<libapi::event> try_event_get(const text &calendar_id,
		const text &event_id,
		const event_get_query &query = event_get_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(query, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_event_get(get(), calendar_id.c_str(), event_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event event_get(const text &calendar_id,
		const text &event_id,
		const event_get_query &query = event_get_query::none(),
		const call_options &options = call_options::none()) const {
		return try_event_get(calendar_id, event_id, query, options).value();
	}
	result<call<libapi::event>> try_start_event_get(const text &calendar_id,
		const text &event_id,
		const event_get_query &query = event_get_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_get_start(get(), calendar_id.c_str(), event_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_event_get(const text &calendar_id,
		const text &event_id,
		const event_get_query &query = event_get_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_event_get(calendar_id, event_id, query, options).value();
	}

	/** Create or replace an event under a known id. putEvent; libapi_event_put(). */
	result<libapi::event> try_event_put(const text &calendar_id,
		const text &event_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_event_put(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::event event_put(const text &calendar_id,
		const text &event_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return try_event_put(calendar_id, event_id, body, options).value();
	}
	result<call<libapi::event>> try_start_event_put(const text &calendar_id,
		const text &event_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_put_start(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_event_put(const text &calendar_id,
		const text &event_id,
		const event_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_event_put(calendar_id, event_id, body, options).value();
	}

	/** Change an event. updateEvent; libapi_event_update(). */
	result<libapi::event> try_event_update(const text &calendar_id,
		const text &event_id,
		const event_patch &body,
		const event_update_query &query = event_update_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, query, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_event_update(get(), calendar_id.c_str(), event_id.c_str(), body.get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event event_update(const text &calendar_id,
		const text &event_id,
		const event_patch &body,
		const event_update_query &query = event_update_query::none(),
		const call_options &options = call_options::none()) const {
		return try_event_update(calendar_id, event_id, body, query, options).value();
	}
	result<call<libapi::event>> try_start_event_update(const text &calendar_id,
		const text &event_id,
		const event_patch &body,
		const event_update_query &query = event_update_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_update_start(get(), calendar_id.c_str(), event_id.c_str(), body.get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_event_update(const text &calendar_id,
		const text &event_id,
		const event_patch &body,
		const event_update_query &query = event_update_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_event_update(calendar_id, event_id, body, query, options).value();
	}

	/** Delete an event. deleteEvent; libapi_event_delete(). */
	result<void> try_event_delete(const text &calendar_id,
		const text &event_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_event_delete(get(), calendar_id.c_str(), event_id.c_str(), options.get(),
					why);
			});
	}
	void event_delete(const text &calendar_id,
		const text &event_id,
		const call_options &options = call_options::none()) const {
		try_event_delete(calendar_id, event_id, options).value();
	}
	result<call<void>> try_start_event_delete(const text &calendar_id,
		const text &event_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_delete_start(get(), calendar_id.c_str(), event_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_event_delete(const text &calendar_id,
		const text &event_id,
		const call_options &options = call_options::none()) const {
		return try_start_event_delete(calendar_id, event_id, options).value();
	}

	/** List what happens in many calendars. listAgenda; libapi_agenda_list(). */
	result<libapi::event_page> try_agenda_list(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event_page>(detail::first(query, options),
			[&](libapi_event_page **out, libapi_error **why) {
				return libapi_agenda_list(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event_page agenda_list(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_agenda_list(query, options).value();
	}
	result<call<libapi::event_page>> try_start_agenda_list(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_agenda_list_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event_page> start_agenda_list(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_agenda_list(query, options).value();
	}
	using agenda_pager = pager<libapi::event, libapi_agenda_pager, libapi_agenda_pager_next, libapi_agenda_pager_free>;
	result<agenda_pager> try_agenda(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<agenda_pager>(detail::first(query, options),
			[&](libapi_agenda_pager **out, libapi_error **why) {
				return libapi_agenda_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	agenda_pager agenda(const agenda_list_query &query = agenda_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_agenda(query, options).value();
	}

	/** Find events by their words. searchEvents; libapi_event_search(). */
	result<libapi::event_page> try_event_search(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event_page>(detail::first(query, options),
			[&](libapi_event_page **out, libapi_error **why) {
				return libapi_event_search(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event_page event_search(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return try_event_search(query, options).value();
	}
	result<call<libapi::event_page>> try_start_event_search(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_search_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event_page> start_event_search(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_event_search(query, options).value();
	}
	using event_search_pager = pager<libapi::event, libapi_event_search_pager, libapi_event_search_pager_next, libapi_event_search_pager_free>;
	result<event_search_pager> try_event_search_all(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<event_search_pager>(detail::first(query, options),
			[&](libapi_event_search_pager **out, libapi_error **why) {
				return libapi_event_search_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	event_search_pager event_search_all(const event_search_query &query = event_search_query::none(),
		const call_options &options = call_options::none()) const {
		return try_event_search_all(query, options).value();
	}

	/** List the occurrences of a recurring event. listInstances; libapi_instance_list(). */
	result<libapi::event_page> try_instance_list(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event_page>(detail::first(query, options),
			[&](libapi_event_page **out, libapi_error **why) {
				return libapi_instance_list(get(), calendar_id.c_str(), event_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event_page instance_list(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_instance_list(calendar_id, event_id, query, options).value();
	}
	result<call<libapi::event_page>> try_start_instance_list(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_instance_list_start(get(), calendar_id.c_str(), event_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event_page> start_instance_list(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_instance_list(calendar_id, event_id, query, options).value();
	}
	using instance_pager = pager<libapi::event, libapi_instance_pager, libapi_instance_pager_next, libapi_instance_pager_free>;
	result<instance_pager> try_instances(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<instance_pager>(detail::first(query, options),
			[&](libapi_instance_pager **out, libapi_error **why) {
				return libapi_instance_pager_new(get(), calendar_id.c_str(), event_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	instance_pager instances(const text &calendar_id,
		const text &event_id,
		const instance_list_query &query = instance_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_instances(calendar_id, event_id, query, options).value();
	}

	/** Show one occurrence of a recurring event. getInstance; libapi_instance_get(). */
	result<libapi::event> try_instance_get(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const instance_get_query &query = instance_get_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(query, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_instance_get(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event instance_get(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const instance_get_query &query = instance_get_query::none(),
		const call_options &options = call_options::none()) const {
		return try_instance_get(calendar_id, event_id, recurrence_id, query, options).value();
	}
	result<call<libapi::event>> try_start_instance_get(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const instance_get_query &query = instance_get_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_instance_get_start(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_instance_get(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const instance_get_query &query = instance_get_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_instance_get(calendar_id, event_id, recurrence_id, query, options).value();
	}

	/** Change one occurrence of a recurring event. updateInstance; libapi_instance_update(). */
	result<libapi::event> try_instance_update(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const event_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_instance_update(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::event instance_update(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const event_patch &body,
		const call_options &options = call_options::none()) const {
		return try_instance_update(calendar_id, event_id, recurrence_id, body, options).value();
	}
	result<call<libapi::event>> try_start_instance_update(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const event_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_instance_update_start(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_instance_update(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const event_patch &body,
		const call_options &options = call_options::none()) const {
		return try_start_instance_update(calendar_id, event_id, recurrence_id, body, options).value();
	}

	/** Delete one occurrence of a recurring event. deleteInstance; libapi_instance_delete(). */
	result<void> try_instance_delete(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_instance_delete(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), options.get(),
					why);
			});
	}
	void instance_delete(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const call_options &options = call_options::none()) const {
		try_instance_delete(calendar_id, event_id, recurrence_id, options).value();
	}
	result<call<void>> try_start_instance_delete(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_instance_delete_start(get(), calendar_id.c_str(), event_id.c_str(), recurrence_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_instance_delete(const text &calendar_id,
		const text &event_id,
		const text &recurrence_id,
		const call_options &options = call_options::none()) const {
		return try_start_instance_delete(calendar_id, event_id, recurrence_id, options).value();
	}

	/** Change or delete an occurrence and all that follow. splitSeries; libapi_series_split(). */
	result<libapi::split> try_series_split(const text &calendar_id,
		const text &event_id,
		const split_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::split>(detail::first(body, options),
			[&](libapi_split **out, libapi_error **why) {
				return libapi_series_split(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::split series_split(const text &calendar_id,
		const text &event_id,
		const split_draft &body,
		const call_options &options = call_options::none()) const {
		return try_series_split(calendar_id, event_id, body, options).value();
	}
	result<call<libapi::split>> try_start_series_split(const text &calendar_id,
		const text &event_id,
		const split_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::split>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_series_split_start(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::split> start_series_split(const text &calendar_id,
		const text &event_id,
		const split_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_series_split(calendar_id, event_id, body, options).value();
	}

	/** Invite somebody to an event. putAttendee; libapi_attendee_put(). */
	result<libapi::event> try_attendee_put(const text &calendar_id,
		const text &event_id,
		const text &email,
		const invitation_draft &body,
		const attendee_put_query &query = attendee_put_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, query, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_attendee_put(get(), calendar_id.c_str(), event_id.c_str(), email.c_str(), body.get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::event attendee_put(const text &calendar_id,
		const text &event_id,
		const text &email,
		const invitation_draft &body,
		const attendee_put_query &query = attendee_put_query::none(),
		const call_options &options = call_options::none()) const {
		return try_attendee_put(calendar_id, event_id, email, body, query, options).value();
	}
	result<call<libapi::event>> try_start_attendee_put(const text &calendar_id,
		const text &event_id,
		const text &email,
		const invitation_draft &body,
		const attendee_put_query &query = attendee_put_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_attendee_put_start(get(), calendar_id.c_str(), event_id.c_str(), email.c_str(), body.get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_attendee_put(const text &calendar_id,
		const text &event_id,
		const text &email,
		const invitation_draft &body,
		const attendee_put_query &query = attendee_put_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_attendee_put(calendar_id, event_id, email, body, query, options).value();
	}

	/** Remove somebody from an event. removeAttendee; libapi_attendee_remove(). */
	result<void> try_attendee_remove(const text &calendar_id,
		const text &event_id,
		const text &email,
		const attendee_remove_query &query = attendee_remove_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(query, options),
			[&](libapi_error **why) {
				return libapi_attendee_remove(get(), calendar_id.c_str(), event_id.c_str(), email.c_str(), query.get(), options.get(),
					why);
			});
	}
	void attendee_remove(const text &calendar_id,
		const text &event_id,
		const text &email,
		const attendee_remove_query &query = attendee_remove_query::none(),
		const call_options &options = call_options::none()) const {
		try_attendee_remove(calendar_id, event_id, email, query, options).value();
	}
	result<call<void>> try_start_attendee_remove(const text &calendar_id,
		const text &event_id,
		const text &email,
		const attendee_remove_query &query = attendee_remove_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_attendee_remove_start(get(), calendar_id.c_str(), event_id.c_str(), email.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<void> start_attendee_remove(const text &calendar_id,
		const text &event_id,
		const text &email,
		const attendee_remove_query &query = attendee_remove_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_attendee_remove(calendar_id, event_id, email, query, options).value();
	}

	/** Answer an invitation. respondToEvent; libapi_event_respond(). */
	result<libapi::event> try_event_respond(const text &calendar_id,
		const text &event_id,
		const rsvp_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::event>(detail::first(body, options),
			[&](libapi_event **out, libapi_error **why) {
				return libapi_event_respond(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::event event_respond(const text &calendar_id,
		const text &event_id,
		const rsvp_draft &body,
		const call_options &options = call_options::none()) const {
		return try_event_respond(calendar_id, event_id, body, options).value();
	}
	result<call<libapi::event>> try_start_event_respond(const text &calendar_id,
		const text &event_id,
		const rsvp_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::event>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_event_respond_start(get(), calendar_id.c_str(), event_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::event> start_event_respond(const text &calendar_id,
		const text &event_id,
		const rsvp_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_event_respond(calendar_id, event_id, body, options).value();
	}

	/** List what changed since a token. listChanges; libapi_change_list(). */
	result<libapi::changes> try_change_list(const text &calendar_id,
		const change_list_query &query = change_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::changes>(detail::first(query, options),
			[&](libapi_changes **out, libapi_error **why) {
				return libapi_change_list(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::changes change_list(const text &calendar_id,
		const change_list_query &query = change_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_change_list(calendar_id, query, options).value();
	}
	result<call<libapi::changes>> try_start_change_list(const text &calendar_id,
		const change_list_query &query = change_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::changes>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_change_list_start(get(), calendar_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::changes> start_change_list(const text &calendar_id,
		const change_list_query &query = change_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_change_list(calendar_id, query, options).value();
	}

	/** Ask when people and calendars are busy. queryFreeBusy; libapi_freebusy_query(). */
	result<libapi::free_busy> try_freebusy_query(const free_busy_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::free_busy>(detail::first(body, options),
			[&](libapi_free_busy **out, libapi_error **why) {
				return libapi_freebusy_query(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::free_busy freebusy_query(const free_busy_draft &body,
		const call_options &options = call_options::none()) const {
		return try_freebusy_query(body, options).value();
	}
	result<call<libapi::free_busy>> try_start_freebusy_query(const free_busy_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::free_busy>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_freebusy_query_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::free_busy> start_freebusy_query(const free_busy_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_freebusy_query(body, options).value();
	}

	/** Find times at which people are free. findTimes; libapi_times_find(). */
	result<libapi::found_times> try_times_find(const find_times_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::found_times>(detail::first(body, options),
			[&](libapi_found_times **out, libapi_error **why) {
				return libapi_times_find(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::found_times times_find(const find_times_draft &body,
		const call_options &options = call_options::none()) const {
		return try_times_find(body, options).value();
	}
	result<call<libapi::found_times>> try_start_times_find(const find_times_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::found_times>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_times_find_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::found_times> start_times_find(const find_times_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_times_find(body, options).value();
	}

	/** Send several requests as one. batch; libapi_batch_run(). */
	result<libapi::batch> try_batch_run(const batch_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::batch>(detail::first(body, options),
			[&](libapi_batch **out, libapi_error **why) {
				return libapi_batch_run(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::batch batch_run(const batch_draft &body,
		const call_options &options = call_options::none()) const {
		return try_batch_run(body, options).value();
	}
	result<call<libapi::batch>> try_start_batch_run(const batch_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::batch>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_batch_run_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::batch> start_batch_run(const batch_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_batch_run(body, options).value();
	}

	/** Have changes delivered to a URL. createWebhook; libapi_webhook_create(). */
	result<libapi::webhook_with_secret> try_webhook_create(const webhook_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::webhook_with_secret>(detail::first(body, options),
			[&](libapi_webhook_with_secret **out, libapi_error **why) {
				return libapi_webhook_create(get(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::webhook_with_secret webhook_create(const webhook_draft &body,
		const call_options &options = call_options::none()) const {
		return try_webhook_create(body, options).value();
	}
	result<call<libapi::webhook_with_secret>> try_start_webhook_create(const webhook_draft &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::webhook_with_secret>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_webhook_create_start(get(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::webhook_with_secret> start_webhook_create(const webhook_draft &body,
		const call_options &options = call_options::none()) const {
		return try_start_webhook_create(body, options).value();
	}

	/** List the caller's webhooks. listWebhooks; libapi_webhook_list(). */
	result<libapi::webhook_page> try_webhook_list(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::webhook_page>(detail::first(query, options),
			[&](libapi_webhook_page **out, libapi_error **why) {
				return libapi_webhook_list(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::webhook_page webhook_list(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_webhook_list(query, options).value();
	}
	result<call<libapi::webhook_page>> try_start_webhook_list(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::webhook_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_webhook_list_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::webhook_page> start_webhook_list(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_webhook_list(query, options).value();
	}
	using webhook_pager = pager<libapi::webhook, libapi_webhook_pager, libapi_webhook_pager_next, libapi_webhook_pager_free>;
	result<webhook_pager> try_webhooks(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<webhook_pager>(detail::first(query, options),
			[&](libapi_webhook_pager **out, libapi_error **why) {
				return libapi_webhook_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	webhook_pager webhooks(const webhook_list_query &query = webhook_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_webhooks(query, options).value();
	}

	/** Change a webhook. updateWebhook; libapi_webhook_update(). */
	result<libapi::webhook_with_secret> try_webhook_update(const text &webhook_id,
		const webhook_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::webhook_with_secret>(detail::first(body, options),
			[&](libapi_webhook_with_secret **out, libapi_error **why) {
				return libapi_webhook_update(get(), webhook_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	libapi::webhook_with_secret webhook_update(const text &webhook_id,
		const webhook_patch &body,
		const call_options &options = call_options::none()) const {
		return try_webhook_update(webhook_id, body, options).value();
	}
	result<call<libapi::webhook_with_secret>> try_start_webhook_update(const text &webhook_id,
		const webhook_patch &body,
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::webhook_with_secret>>(detail::first(body, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_webhook_update_start(get(), webhook_id.c_str(), body.get(), options.get(),
					out, why);
			});
	}
	call<libapi::webhook_with_secret> start_webhook_update(const text &webhook_id,
		const webhook_patch &body,
		const call_options &options = call_options::none()) const {
		return try_start_webhook_update(webhook_id, body, options).value();
	}

	/** Delete a webhook. deleteWebhook; libapi_webhook_delete(). */
	result<void> try_webhook_delete(const text &webhook_id,
		const call_options &options = call_options::none()) const {
		return detail::give_nothing(detail::first(options),
			[&](libapi_error **why) {
				return libapi_webhook_delete(get(), webhook_id.c_str(), options.get(),
					why);
			});
	}
	void webhook_delete(const text &webhook_id,
		const call_options &options = call_options::none()) const {
		try_webhook_delete(webhook_id, options).value();
	}
	result<call<void>> try_start_webhook_delete(const text &webhook_id,
		const call_options &options = call_options::none()) const {
		return detail::give<call<void>>(detail::first(options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_webhook_delete_start(get(), webhook_id.c_str(), options.get(),
					out, why);
			});
	}
	call<void> start_webhook_delete(const text &webhook_id,
		const call_options &options = call_options::none()) const {
		return try_start_webhook_delete(webhook_id, options).value();
	}

	/** List what was or is to be delivered to a webhook. listDeliveries; libapi_delivery_list(). */
	result<libapi::delivery_page> try_delivery_list(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::delivery_page>(detail::first(query, options),
			[&](libapi_delivery_page **out, libapi_error **why) {
				return libapi_delivery_list(get(), webhook_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::delivery_page delivery_list(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_delivery_list(webhook_id, query, options).value();
	}
	result<call<libapi::delivery_page>> try_start_delivery_list(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::delivery_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_delivery_list_start(get(), webhook_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::delivery_page> start_delivery_list(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_delivery_list(webhook_id, query, options).value();
	}
	using delivery_pager = pager<libapi::delivery, libapi_delivery_pager, libapi_delivery_pager_next, libapi_delivery_pager_free>;
	result<delivery_pager> try_deliveries(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<delivery_pager>(detail::first(query, options),
			[&](libapi_delivery_pager **out, libapi_error **why) {
				return libapi_delivery_pager_new(get(), webhook_id.c_str(), query.get(), options.get(),
					out, why);
			});
	}
	delivery_pager deliveries(const text &webhook_id,
		const delivery_list_query &query = delivery_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_deliveries(webhook_id, query, options).value();
	}

	/** List who changed what, the newest change first. listAudit; libapi_audit_list(). */
	result<libapi::audit_entry_page> try_audit_list(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<libapi::audit_entry_page>(detail::first(query, options),
			[&](libapi_audit_entry_page **out, libapi_error **why) {
				return libapi_audit_list(get(), query.get(), options.get(),
					out, why);
			});
	}
	libapi::audit_entry_page audit_list(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_audit_list(query, options).value();
	}
	result<call<libapi::audit_entry_page>> try_start_audit_list(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<call<libapi::audit_entry_page>>(detail::first(query, options),
			[&](libapi_call **out, libapi_error **why) {
				return libapi_audit_list_start(get(), query.get(), options.get(),
					out, why);
			});
	}
	call<libapi::audit_entry_page> start_audit_list(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_start_audit_list(query, options).value();
	}
	using audit_pager = pager<libapi::audit_entry, libapi_audit_pager, libapi_audit_pager_next, libapi_audit_pager_free>;
	result<audit_pager> try_audits(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return detail::give<audit_pager>(detail::first(query, options),
			[&](libapi_audit_pager **out, libapi_error **why) {
				return libapi_audit_pager_new(get(), query.get(), options.get(),
					out, why);
			});
	}
	audit_pager audits(const audit_list_query &query = audit_list_query::none(),
		const call_options &options = call_options::none()) const {
		return try_audits(query, options).value();
	}
};

} // namespace libapi

#endif
