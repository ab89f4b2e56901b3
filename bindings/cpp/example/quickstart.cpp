/* quickstart.cpp: a calendar, an event in it, what is in it, and what a failure looks like.
 *
 *     LIBAPI_URL=… LIBAPI_KEY=… ./quickstart */
#include <api/api.hpp>

#include <iostream>

int main() {
	try {
		const libapi::client client = libapi::client::open();
		const libapi::calendar calendar =
			client.calendar_create(libapi::calendar_draft().set_name("Quickstart"));
		const std::string id(calendar.id());

		client.event_create(id, libapi::event_draft()
						.set_title("Lunch")
						.set_start_time("2026-06-01T12:00:00Z")
						.set_end_time("2026-06-01T13:00:00Z"));
		for (const libapi::event &event : client.events(id)) {
			std::cout << event.title() << " at " << event.start_time().value_or("")
				  << "\n";
		}

		auto running = client.start_calendar_get(id); /* sent; the program goes on */
		std::cout << "calendar: " << running.take().name() << "\n";

		client.calendar_delete(id);
		if (const auto gone = client.try_calendar_get(id); !gone) { /* no exception */
			std::cout << "deleted: " << gone.why().http_status() << "\n";
		}
		client.calendar_get(id);
	} catch (const libapi::not_found &why) {
		std::cout << "caught: " << why.name() << "\n";
		return 0;
	} catch (const libapi::error &why) {
		std::cerr << why.what() << "\n";
	}
	return 1;
}
