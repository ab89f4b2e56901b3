/* path.c: libFuzzer over the raw path of a request: routing, then the path's fields. The first byte chooses the method.
 *
 * Beyond memory errors: a path finds a row, or others for other methods, or none, and the last two are answered; an id
 * that passes is one in the canonical form; what reaches the database holds no NUL. */
#include "server/domain/uuid.h"
#include "tests/fuzz/request.h"

static void check_fields(struct rig *rig) {
	const struct wire_schema *fields = rig->call->route->operation->path_fields;

	for (size_t i = 0; fields != NULL && i < fields->count && i < PATH_FIELDS_MAX; i++) {
		const char *value = rig->call->path_values[i];
		char again[UUID_LEN + 1];
		must(value != NULL && value[0] != 0);
		if (fields->fields[i].format == WIRE_UUID) {
			must(uuid_read(value, strlen(value), again) && strcmp(value, again) == 0);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
	static const char *const methods[] = { "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD",
		"OPTIONS", "get" };
	if (len == 0) {
		return 0;
	}
	struct rig *rig = request_open(0);
	rig_set(rig, &rig->call->method, methods[data[0] % 8]);
	rig->call->path = call_slice(rig->call, (const char *)data + 1, len - 1);
	bool passed = enter_route(rig->call);
	must(!passed || rig->call->route != NULL);
	passed = passed && bind_path(rig->call);
	request_check(rig, passed);
	if (passed) {
		check_fields(rig);
	}
	request_close(rig);
	return 0;
}
