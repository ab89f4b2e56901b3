/* code.c: --code: C or curl, and nothing rather than half of it. */
#include "cli/code.h"

#include <stdlib.h>
#include <string.h>

#include "cli/run.h"
#include "cli/session.h"

int run_code(const struct args *args) {
	char problem[512] = "", *text = NULL;
	size_t len = 0;
	/* What could not even be built here would fail there without a word. */
	int status = run_check(args);
	FILE *out = status == EXIT_DONE ? open_memstream(&text, &len) : NULL;
	bool ok = out != NULL;

	if (out != NULL) {
		ok = strcmp(args->code, "c") == 0 ? code_c(out, args, problem, sizeof(problem))
						  : code_curl(out, args, problem, sizeof(problem));
		ok = fclose(out) == 0 && ok;
		fputs(ok ? text : "", stdout);
	}
	free(text);
	if (ok || status != EXIT_DONE) {
		return status;
	}
	return fail(EXIT_USAGE, problem[0] != '\0' ? problem : "out of memory");
}
