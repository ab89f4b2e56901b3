/* forward.h: posting a message to somebody else's URL, again and again until it is accepted. */
#ifndef CLI_FORWARD_H
#define CLI_FORWARD_H

#include <signal.h>
#include <stdbool.h>

struct forward;

/* http:// or https://. NULL: no memory. `stop` ends every wait once it is set. */
struct forward *forward_new(const char *url, const volatile sig_atomic_t *stop);
void forward_free(struct forward *forward);

/* Post a JSON text until 2xx is the answer; every failure is told on standard error. The status, or 0: stopped. */
long forward_post(struct forward *forward, const char *json);

/* Wait 0.5 s, and twice as long for each failure before this one, at most 30 s; or until `stop`. */
void forward_wait(const struct forward *forward, unsigned failures);

#endif
