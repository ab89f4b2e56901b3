/* tls.c: TLS is verified, in both directions, and proxies hear no more than they need. Run by tls.py, whose peers write
 * down what they hear: TLS_… says where they are and whom to trust. */
#include "tests/system/sdk.h"

#include <stdio.h>

static libapi_error *error;

/* How a client differs from one of https://localhost:TLS_PORT that trusts TLS_CA. */
struct way {
	const char *url, *ca, *certificate,
		*proxy; /* names of environment variables, but for "" as a value */
	bool is_insecure;
};

static const char *value_of(const char *name, const char *otherwise) {
	return name != NULL ? getenv(name) : otherwise;
}

static int32_t ask(struct way way) {
	LIBAPI_AUTO(config) *config = NULL;
	LIBAPI_AUTO(client) *client = NULL;
	LIBAPI_AUTO(user) *me = NULL;
	int32_t code = libapi_config_new(&config);

	if (code != LIBAPI_OK ||
		libapi_config_set_url(config, value_of(way.url, getenv("TLS_URL"))) != LIBAPI_OK ||
		libapi_config_set_key(config, getenv("LIBAPI_KEY")) != LIBAPI_OK ||
		libapi_config_set_ca_file(config, value_of(way.ca, getenv("TLS_CA"))) !=
			LIBAPI_OK ||
		libapi_config_set_client_certificate(
			config, value_of(way.certificate, NULL), NULL) != LIBAPI_OK ||
		libapi_config_set_proxy(config, value_of(way.proxy, NULL)) != LIBAPI_OK ||
		libapi_config_set_allow_insecure_http(config, way.is_insecure) != LIBAPI_OK) {
		return LIBAPI_E_CONFIG;
	}
	code = libapi_client_new(config, &client, &error);
	return code != LIBAPI_OK ? code : libapi_user_get(client, "me", NULL, &me, &error);
}

static void trusts_the_authority_it_is_given(void) {
	EXPECT_OK(ask((struct way){ NULL }), error);
}

static void trusts_nobody_else(void) {
	EXPECT(ask((struct way){ .ca = "TLS_OTHER_CA" }), LIBAPI_E_TLS, NULL, error);
	EXPECT(ask((struct way){ .ca = "TLS_SYSTEM_CA" }), LIBAPI_E_TLS, NULL, error);
	EXPECT(ask((struct way){ .ca = "TLS_NO_FILE" }), LIBAPI_E_TLS, NULL, error);
}

static void the_name_must_be_the_certificates(void) {
	EXPECT(ask((struct way){ .url = "TLS_URL_BY_NUMBER" }), LIBAPI_E_TLS, NULL, error);
}

static void shows_its_certificate_to_who_wants_one(void) {
	const struct way with = { .url = "TLS_CLIENT_URL", .certificate = "TLS_CERTIFICATE" };
	const struct way with_12 = { .url = "TLS_CLIENT_URL_12", .certificate = "TLS_CERTIFICATE" };
	const struct way strangers = { .url = "TLS_CLIENT_URL_12",
		.certificate = "TLS_OTHER_CERTIFICATE" };
	const struct way no_file = { .url = "TLS_CLIENT_URL", .certificate = "TLS_NO_FILE" };

	EXPECT_OK(ask(with), error);
	EXPECT_OK(ask(with_12), error);
	EXPECT(ask((struct way){ .url = "TLS_CLIENT_URL_12" }), LIBAPI_E_TLS, NULL, error);
	/* With TLS 1.3 a peer reads the certificate when the request is on its way. */
	EXPECT(ask((struct way){ .url = "TLS_CLIENT_URL" }), LIBAPI_E_LOST, NULL, error);
	EXPECT(ask(strangers), LIBAPI_E_TLS, NULL, error);
	EXPECT(ask(no_file), LIBAPI_E_TLS, NULL, error);
}

/* tls.py looks whether the proxy has heard the key. */
static void a_tunnel_is_asked_for_and_nothing_told(void) {
	EXPECT_OK(ask((struct way){ .proxy = "TLS_PROXY" }), error);
	EXPECT(ask((struct way){ .proxy = "TLS_PROXY", .ca = "TLS_OTHER_CA" }), LIBAPI_E_TLS, NULL,
		error);
}

static void a_proxy_that_refuses_is_no_server(void) {
	EXPECT(ask((struct way){ .proxy = "TLS_PROXY_REFUSING" }), LIBAPI_E_UNREACHABLE, NULL,
		error);
	EXPECT(ask((struct way){ .proxy = "TLS_PROXY_AWAY" }), LIBAPI_E_UNREACHABLE, NULL, error);
}

static void keys_do_not_travel_in_the_clear(void) {
	EXPECT(ask((struct way){ .url = "TLS_URL_PLAIN_ELSEWHERE" }), LIBAPI_E_INSECURE, NULL,
		error);
	/* This machine, but a proxy in between that may be anywhere. */
	EXPECT(ask((struct way){ .url = "LIBAPI_URL", .proxy = "TLS_PROXY" }), LIBAPI_E_INSECURE,
		NULL, error);
}

static void unless_it_is_allowed(void) {
	EXPECT_OK(ask((struct way){
			  .url = "LIBAPI_URL", .proxy = "TLS_PROXY_PLAIN", .is_insecure = true }),
		error);
}

static void a_redirect_does_not_take_the_key_along(void) {
	EXPECT(ask((struct way){ .url = "TLS_URL_REDIRECTING" }), LIBAPI_E_MALFORMED, NULL, error);
}

int main(void) {
	static const struct sentence sentences[] = {
		{ "trusts the authority it is given", trusts_the_authority_it_is_given },
		{ "trusts nobody else", trusts_nobody_else },
		{ "the name must be the certificate's", the_name_must_be_the_certificates },
		{ "shows its certificate to who wants one",
			shows_its_certificate_to_who_wants_one },
		{ "a tunnel is asked for, and nothing told",
			a_tunnel_is_asked_for_and_nothing_told },
		{ "a proxy that refuses is no server", a_proxy_that_refuses_is_no_server },
		{ "keys do not travel in the clear", keys_do_not_travel_in_the_clear },
		{ "unless it is allowed", unless_it_is_allowed },
		{ "a redirect does not take the key along",
			a_redirect_does_not_take_the_key_along },
		{ NULL, NULL },
	};
	return run_sentences("tls", sentences);
}
