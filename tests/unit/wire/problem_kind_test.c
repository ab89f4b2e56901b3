/* problem_kind_test.c: problem codes by name, over a table of its own. */
#include "libapi/wire/operation.h"
#include "tests/unit/suite.h"

#include <stdio.h>

const struct problem_kind problem_kinds[] = {
	{ "not_found", 404, "Not found", "check the id" },
	{ "uid_exists", 409, "Conflict", "choose another uid" },
};
const size_t problem_kind_count = 2;

static void finds_a_code(void) {
	const struct problem_kind *kind = problem_kind_find("uid_exists");
	CU_ASSERT_PTR_NOT_NULL_FATAL(kind);
	CU_ASSERT_EQUAL(kind->status, 409);
}

static void knows_no_other_code(void) {
	CU_ASSERT_PTR_NULL(problem_kind_find("uid_exist"));
	CU_ASSERT_PTR_NULL(problem_kind_find("uid_exists_"));
	CU_ASSERT_PTR_NULL(problem_kind_find(""));
	CU_ASSERT_PTR_NULL(problem_kind_find(NULL));
}

int main(void) {
	CU_TestInfo tests[] = {
		{ "finds a code", finds_a_code },
		{ "knows no other code", knows_no_other_code },
		CU_TEST_INFO_NULL,
	};
	return run_suite("problem_kind", tests);
}
