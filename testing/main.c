/* main.c: libapi-test-server SCRIPT: the scripted server for languages other than C.
 *
 * Prints its URL, serves until its standard input ends, then prints the report as one line of JSON. */
#include "api/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_whole(const char *path) {
	FILE *file = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	size_t room = 0;
	char *text = NULL;

	if (file != NULL) {
		if (getdelim(&text, &room, '\0', file) < 0) {
			free(text);
			text = NULL;
		}
		(void)fclose(file);
	}
	return text;
}

static void wait_for_end_of_input(void) {
	while (getchar() != EOF) {
	}
}

int main(int argc, char **argv) {
	LIBAPI_AUTO(test_server) *server = NULL;
	char *script = NULL, *why = NULL, *report = NULL;
	int32_t code = 0;

	if (argc != 2 || strcmp(argv[1], "--help") == 0) {
		fputs("usage: libapi-test-server SCRIPT.json\n"
		      "Answers as the script says (api/testing.h) on the URL that it prints, until "
		      "its input ends;\n"
		      "then prints what came as JSON.\n",
			argc == 2 ? stdout : stderr);
		return argc == 2 ? 0 : 64;
	}
	script = read_whole(argv[1]);
	if (script == NULL) {
		fprintf(stderr, "libapi-test-server: cannot read %s\n", argv[1]);
		return 66;
	}
	code = libapi_test_server_new(script, &server, &why);
	free(script);
	if (code != 0) {
		fprintf(stderr, "libapi-test-server: %s: %s\n", argv[1],
			why != NULL ? why : "no memory");
		libapi_test_string_free(why);
		return 65;
	}
	printf("%s\n", libapi_test_server_url(server));
	(void)fflush(stdout);
	wait_for_end_of_input();
	report = libapi_test_server_report(server);
	puts(report != NULL ? report : "{}");
	libapi_test_string_free(report);
	return 0;
}
