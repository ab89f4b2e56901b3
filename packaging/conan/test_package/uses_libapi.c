/* The installed headers and the installed library are of one version, and a call gets as far as its settings. */
#include <api/api.h>
#include <stdio.h>
#include <string.h>

int main(void) {
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(error) *error = NULL;
	int32_t code = libapi_client_open("a-profile-that-nobody-has", &client, &error);

	printf("libapi %s: %s\n", libapi_version(), libapi_error_text(error));
	return code == LIBAPI_OK || strcmp(libapi_version(), LIBAPI_VERSION) != 0;
}
