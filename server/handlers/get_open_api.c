/* GET /v1/openapi.json: the contract as it was built into this program. It changes with the program alone, so its
 * tag is its digest. */
#include <pthread.h>
#include <string.h>

#include "server/domain/ids.h"
#include "server/flow/reply.h"
#include "server/handlers/handlers.h"

static char tag[2 + 32 + 1];
static pthread_once_t tag_once = PTHREAD_ONCE_INIT;

static void make_tag(void) {
	char hex[DIGEST_HEX_ROOM];

	digest_hex(openapi_json, openapi_json_len, hex);
	tag[0] = '"';
	memcpy(tag + 1, hex, 32);
	tag[33] = '"';
}

void handle_get_open_api(struct call *call) {
	pthread_once(&tag_once, make_tag);
	wire_put(&call->answer, openapi_json, openapi_json_len);
	reply_json(call, 200, tag);
}
