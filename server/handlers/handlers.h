/* handlers.h: the operations that are more than one statement: handle_ and the operationId in snake_case, one file
 * each. The route rows point at them. */
#ifndef SERVER_HANDLERS_HANDLERS_H
#define SERVER_HANDLERS_HANDLERS_H

struct call;
void handle_get_capabilities(struct call *call);
void handle_get_open_api(struct call *call);
void handle_list_events(struct call *call);
void handle_list_changes(struct call *call);
void handle_list_agenda(struct call *call);
void handle_list_instances(struct call *call);
void handle_get_instance(struct call *call);
void handle_query_free_busy(struct call *call);
void handle_find_times(struct call *call);
void handle_create_event(struct call *call);
void handle_put_event(struct call *call);
void handle_update_event(struct call *call);
void handle_update_instance(struct call *call);
void handle_delete_instance(struct call *call);
void handle_split_series(struct call *call);
void handle_put_attendee(struct call *call);
void handle_remove_attendee(struct call *call);
void handle_respond_to_event(struct call *call);

#endif
