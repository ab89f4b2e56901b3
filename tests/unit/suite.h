/* suite.h: one suite a program; its tests are sentences. */
#ifndef TESTS_UNIT_SUITE_H
#define TESTS_UNIT_SUITE_H

#include <CUnit/Basic.h>
#include <stdbool.h>
#include <string.h>

static inline int run_suite(const char *name, CU_TestInfo *tests) {
	CU_SuiteInfo suites[] = { { .pName = name, .pTests = tests }, CU_SUITE_INFO_NULL };
	if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(suites) != CUE_SUCCESS) {
		return 99;
	}
	CU_basic_set_mode(CU_BRM_VERBOSE);
	CU_basic_run_tests();
	unsigned failures = CU_get_number_of_failures();
	CU_cleanup_registry();
	return failures == 0 ? 0 : 1;
}

/* Whether a text that may be NULL holds another. */
static inline int text_has(const char *text, const char *part) {
	return text != NULL && strstr(text, part) != NULL;
}

/* For tables: the row that failed is printed. */
#define CHECK_ROW(condition, row)                                                                  \
	do {                                                                                       \
		bool held = (condition);                                                           \
		if (!held) {                                                                       \
			fprintf(stderr, "\n    %s: %s", #condition, row);                          \
		}                                                                                  \
		CU_ASSERT_TRUE(held);                                                              \
	} while (0)

#endif
