/* 02_pages.c: every calendar, however many: 1 an item, 0 the end, negative an error. */
#include <api/api.h>
#include <stdio.h>

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(calendar_pager) *pager = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	libapi_calendar *calendar = NULL;
	int32_t got = 0;

	if (libapi_client_open(NULL, &client, &error) ||
		libapi_calendar_pager_new(client, NULL, NULL, &pager, &error)) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
		return 1;
	}
	while ((got = libapi_calendar_pager_next(pager, &calendar, &error)) == 1) {
		printf("%s  %s\n", libapi_calendar_id(calendar), libapi_calendar_name(calendar));
		libapi_calendar_unref(calendar);
	}
	if (got < 0) {
		fprintf(stderr, "%s\n", libapi_error_text(error));
	}
	return got < 0;
}
