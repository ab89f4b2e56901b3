/* tls.c: TLS is verified. Run by tls.py behind a TLS proxy: TLS_PORT, TLS_CA say where and whom to trust. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

static int32_t ask(const char *host, const char *ca_file) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(user) *me = NULL;
	char url[128];

	snprintf(url, sizeof url, "https://%s:%s", host, getenv("TLS_PORT"));
	if (libapi_config_new(&config) != LIBAPI_OK ||
		libapi_config_set_url(config, url) != LIBAPI_OK ||
		libapi_config_set_key(config, getenv("LIBAPI_KEY")) != LIBAPI_OK ||
		libapi_config_set_ca_file(config, ca_file) != LIBAPI_OK) {
		return LIBAPI_E_CONFIG;
	}
	int32_t code = libapi_client_new(config, &client, &error);
	return code != LIBAPI_OK ? code : libapi_user_get(client, "me", NULL, &me, &error);
}

static void trusts_the_authority_it_is_given(void) {
	EXPECT_OK(ask("localhost", getenv("TLS_CA")), error);
}

static void trusts_nobody_else(void) {
	EXPECT(ask("localhost", NULL), LIBAPI_E_TLS, NULL, error);
	EXPECT(ask("localhost", getenv("TLS_OTHER_CA")), LIBAPI_E_TLS, NULL, error);
}

static void the_name_must_be_the_certificates(void) {
	EXPECT(ask("127.0.0.1", getenv("TLS_CA")), LIBAPI_E_TLS, NULL, error);
}

static void keys_do_not_travel_in_the_clear(void) {
	LIBAPI_AUTO(config) *config = NULL;
	libapi_client *client = NULL;

	CU_ASSERT_EQUAL_FATAL(libapi_config_new(&config), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_url(config, "http://calendar.example.com"), LIBAPI_OK);
	CU_ASSERT_EQUAL(libapi_config_set_key(config, getenv("LIBAPI_KEY")), LIBAPI_OK);
	EXPECT(libapi_client_new(config, &client, &error), LIBAPI_E_INSECURE, NULL, error);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "trusts the authority it is given", trusts_the_authority_it_is_given },
		{ "trusts nobody else", trusts_nobody_else },
		{ "the name must be the certificate's", the_name_must_be_the_certificates },
		{ "keys do not travel in the clear", keys_do_not_travel_in_the_clear },
		{ NULL, NULL },
	};
	return run_sentences("tls", sentences);
}
