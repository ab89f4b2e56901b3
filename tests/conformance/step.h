/* step.h: one step of a case. */
#ifndef TESTS_CONFORMANCE_STEP_H
#define TESTS_CONFORMANCE_STEP_H

#include "scene.h"

/* Do it and judge it; what is wrong is the scene's fault. */
void step_run(struct scene *scene, struct json_object *step);
/* All of them, up to the first fault, which then names its step. */
void step_run_all(struct scene *scene, struct json_object *steps);

#endif
