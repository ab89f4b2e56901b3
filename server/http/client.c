/* client.c: the address a request came from, as limits and the log see it. */
#include <arpa/inet.h>
#include <string.h>

#include "server/http/worker.h"

static void find_address(struct exchange *exchange, uint8_t address[ADDRESS_BYTES]) {
	struct sockaddr_storage peer = { 0 };
	h2o_req_t *req = exchange->req;
	ssize_t at = -1, last = -1;

	req->conn->callbacks->get_peername(req->conn, (struct sockaddr *)&peer);
	while ((at = h2o_find_header_by_str(&req->headers, H2O_STRLIT("x-forwarded-for"), at)) !=
		-1) {
		last = at;
	}
	h2o_iovec_t forwarded =
		last < 0 ? h2o_iovec_init(NULL, 0) : req->headers.entries[last].value;
	trust_client_address(&exchange->worker->server->proxies, (struct sockaddr *)&peer,
		forwarded.base, forwarded.len, address);
}

uint64_t client_id(struct exchange *exchange) {
	uint8_t address[ADDRESS_BYTES];

	find_address(exchange, address);
	return trust_address_id(address);
}

const char *client_text(struct exchange *exchange, char *out, size_t room) {
	uint8_t address[ADDRESS_BYTES];

	find_address(exchange, address);
	bool v4 = address_is_v4(address);
	return inet_ntop(
		v4 ? AF_INET : AF_INET6, v4 ? address + 12 : address, out, (socklen_t)room);
}
