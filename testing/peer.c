/* peer.c: answers as the script wants them, the broken ones above all. */
#include "testing/peer.h"

#include "testing/http.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

enum { DRIP_BYTES = 16 };

struct peer *peer_new(int fd) {
	struct peer *peer = calloc(1, sizeof(*peer));

	if (peer == NULL) {
		close(fd);
		return NULL;
	}
	peer->fd = fd;
	return peer;
}

/* With a linger of zero close() sends RST instead of FIN. */
void peer_free(struct peer *peer) {
	const struct linger reset = { .l_onoff = 1, .l_linger = 0 };

	if (peer->resets) {
		(void)setsockopt(peer->fd, SOL_SOCKET, SO_LINGER, &reset, sizeof(reset));
	}
	close(peer->fd);
	list_remove(&peer->link);
	wire_buffer_finish(&peer->in);
	wire_buffer_finish(&peer->out);
	free(peer);
}

short peer_events(const struct peer *peer, int64_t now_ms) {
	if (peer->answering && peer->due_ms <= now_ms) {
		return POLLIN | POLLOUT;
	}
	return POLLIN;
}

int64_t peer_wait_ms(const struct peer *peer, int64_t now_ms) {
	if (!peer->answering) {
		return -1;
	}
	return peer->due_ms > now_ms ? peer->due_ms - now_ms : 0;
}

bool peer_read(struct peer *peer) {
	char bytes[16384];
	ssize_t got = recv(peer->fd, bytes, sizeof(bytes), MSG_DONTWAIT);

	if (got > 0) {
		wire_put(&peer->in, bytes, (size_t)got);
	}
	return got > 0 || (got < 0 && (errno == EAGAIN || errno == EINTR));
}

/* Whether the script gives this header itself. */
static bool gives(const struct answer *answer, const char *name) {
	if (answer->give_headers != NULL) {
		json_object_object_foreach(answer->give_headers, key, value) {
			(void)value;
			if (strcasecmp(key, name) == 0) {
				return true;
			}
		}
	}
	return false;
}

static void put_header(struct wire_buffer *out, const char *name, const char *value) {
	wire_put_str(out, name);
	wire_put_str(out, ": ");
	wire_put_str(out, value);
	wire_put_str(out, "\r\n");
}

static const char *content_type(const struct answer *answer) {
	if (!answer->is_json) {
		return "text/plain; charset=utf-8";
	}
	return answer->status >= 400 ? "application/problem+json" : "application/json";
}

static void put_head(struct wire_buffer *out, const struct answer *answer) {
	wire_put_format(
		out, "HTTP/1.1 %d %s\r\n", (int)answer->status, http_reason((int)answer->status));
	if (answer->give_headers != NULL) {
		json_object_object_foreach(answer->give_headers, name, value) {
			put_header(out, name, json_object_get_string(value));
		}
	}
	if (answer->text != NULL && !gives(answer, "Content-Type")) {
		put_header(out, "Content-Type", content_type(answer));
	}
	if (answer->status != 204 && answer->status != 304 && !gives(answer, "Content-Length") &&
		!gives(answer, "Transfer-Encoding")) {
		wire_put_format(out, "Content-Length: %zu\r\n", answer->text_len);
	}
	if (answer->close) {
		put_header(out, "Connection", "close");
	}
	wire_put_str(out, "\r\n");
}

static void put_whole(struct peer *peer, const struct answer *answer) {
	const bool is_cut = answer->cut >= 0 && (size_t)answer->cut < answer->text_len;

	if (answer->reset && answer->cut < 0) {
		return;
	}
	put_head(&peer->out, answer);
	if (answer->text != NULL) {
		wire_put(&peer->out, answer->text, is_cut ? (size_t)answer->cut : answer->text_len);
	}
}

static void put_fault(struct peer *peer, const char *fault) {
	struct wire_buffer body = WIRE_BUFFER_EMPTY;

	wire_put_str(&body,
		"{\"type\":\"about:blank\",\"title\":\"Not in the script\",\"status\":500,"
		"\"code\":\"not_in_script\",\"detail\":");
	wire_put_json_text(&body, fault, strlen(fault));
	wire_put_char(&body, '}');
	wire_put_format(&peer->out,
		"HTTP/1.1 500 Internal Server Error\r\nContent-Type: application/problem+json\r\n"
		"Content-Length: %zu\r\n\r\n",
		body.len);
	wire_put(&peer->out, body.bytes, body.len);
	wire_buffer_finish(&body);
}

void peer_answer(
	struct peer *peer, const struct answer *answer, const char *fault, int64_t now_ms) {
	wire_buffer_clear(&peer->out);
	peer->sent = 0;
	peer->answering = true;
	peer->due_ms = now_ms;
	peer->drip_ms = 0;
	if (fault != NULL) {
		put_fault(peer, fault);
		return;
	}
	peer->due_ms += answer->delay_ms;
	peer->drip_ms = answer->drip_ms;
	peer->resets = answer->reset;
	peer->ends = answer->reset || answer->close || answer->cut >= 0;
	put_whole(peer, answer);
}

bool peer_write(struct peer *peer, int64_t now_ms) {
	size_t left = peer->out.len - peer->sent;
	size_t size = peer->drip_ms > 0 && left > DRIP_BYTES ? DRIP_BYTES : left;
	ssize_t sent = 0;

	if (!peer->answering || peer->due_ms > now_ms) {
		return true;
	}
	if (size > 0) {
		sent = send(
			peer->fd, peer->out.bytes + peer->sent, size, MSG_DONTWAIT | MSG_NOSIGNAL);
		if (sent < 0) {
			return errno == EAGAIN || errno == EINTR;
		}
	}
	peer->sent += (size_t)sent;
	peer->due_ms = now_ms + peer->drip_ms;
	if (peer->sent == peer->out.len) {
		peer->answering = false;
		return !peer->ends;
	}
	return true;
}
