/* sdk.h: what the system tests share: clients of several people, things to work on, and a way to say what a call
 * should have answered. Everything here goes through the public API of libapi. */
#ifndef TESTS_SYSTEM_SDK_H
#define TESTS_SYSTEM_SDK_H

#include <CUnit/CUnit.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "api/api.h"

#define NOBODY "0190a1b2-0000-7000-8000-000000000000"

struct person {
	char id[40], key[80];
	libapi_client *client;
};

/* The administrator that the harness made; never freed by a test. */
libapi_client *admin(void);
/* A new user whose name begins with `name`. */
struct person person_new(const char *name);
void person_finish(struct person *person);
libapi_client *client_with_key(const char *key);

/* Ids are static buffers' copies owned by the caller's array of at least 40 bytes. */
void calendar_new(libapi_client *client, char id[40]);
void event_new(libapi_client *client, const char *calendar, const char *title, char id[40]);
/* The administrator's, from JSON. */
void event_of(const char *calendar, const char *json, char id[40]);
libapi_event_draft *event_draft(
	const char *title); /* 2026-12-01 10:00–10:15, the calendar's zone */
void share(libapi_client *owner, const char *calendar, const char *user, int32_t role);

libapi_call_options *if_version(int64_t version);

/* The code that is due and, for a problem, its problem code; releases the error. `problem` NULL: not looked at. */
void expect(int32_t code, int32_t due, const char *problem, libapi_error **error, const char *file,
	int line);
#define EXPECT(call, due, problem, error)                                                          \
	expect((call), (due), (problem), &(error), __FILE__, __LINE__)
#define EXPECT_OK(call, error) expect((call), LIBAPI_OK, NULL, &(error), __FILE__, __LINE__)
/* As EXPECT, and the error names this field. */
void expect_field(int32_t code, int32_t due, const char *pointer, libapi_error **error,
	const char *file, int line);
#define EXPECT_FIELD(call, due, pointer, error)                                                    \
	expect_field((call), (due), (pointer), &(error), __FILE__, __LINE__)

/* Runs every test of the table in one suite; the process's exit status. */
struct sentence {
	const char *text;
	void (*test)(void);
};
int run_sentences(const char *suite, const struct sentence *sentences);

#endif
