/* crews.c: see crews.h. */
#include "server/handlers/crews.h"

#include <stdlib.h>

struct crew planner = CREW(1, 64);
struct crew scribes = CREW(2, 64);

struct releasing {
	struct crew_job job;
	void *thing;
	void (*release)(void *thing);
};

static void do_release(struct crew_job *job) {
	struct releasing *releasing = LIST_ENTRY(job, struct releasing, job);
	releasing->release(releasing->thing);
}

static void on_released(struct crew_job *job) {
	free(LIST_ENTRY(job, struct releasing, job));
}

void scribes_release(struct loop *loop, void *thing, void (*release)(void *thing)) {
	struct releasing *releasing = malloc(sizeof(*releasing));

	if (releasing == NULL) {
		release(thing);
		return;
	}
	*releasing = (struct releasing){
		.job = { .work = do_release, .on_done = on_released, .loop = loop },
		.thing = thing,
		.release = release,
	};
	if (!crew_submit(&scribes, &releasing->job)) {
		release(thing);
		free(releasing);
	}
}
