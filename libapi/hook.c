/* hook.c: see hook.h. */
#include "libapi/hook.h"

#include "api/error.h"
#include "libapi/wire/memory.h"

struct hook *libapi__hook_ref(struct hook *hook) {
	if (hook != NULL) {
		__atomic_add_fetch(&hook->refs, 1, __ATOMIC_RELAXED);
	}
	return hook;
}

static void release(const struct hook *hook) {
	if (hook->release != NULL) {
		hook->release(hook->user);
	}
}

void libapi__hook_unref(struct hook *hook) {
	if (hook == NULL || __atomic_sub_fetch(&hook->refs, 1, __ATOMIC_ACQ_REL) > 0) {
		return;
	}
	release(hook);
	wire_free(hook);
}

int32_t libapi__hook_set(struct hook **slot, const struct hook *wanted, int good) {
	struct hook *hook = wire_calloc(1, sizeof(*hook));

	if (hook == NULL || slot == NULL || !good) {
		int32_t code = hook == NULL ? LIBAPI_E_MEMORY : LIBAPI_E_INVALID;
		release(wanted);
		wire_free(hook);
		return code;
	}
	*hook = *wanted;
	hook->refs = 1;
	libapi__hook_unref(*slot);
	*slot = hook;
	return LIBAPI_OK;
}
