/* reminder.h: the thread that turns reminders of events into messages, on time.
 *
 *   claim_reminders ─> expand, reckon ─> store_reminders
 */
#ifndef SERVER_JOBS_REMINDER_H
#define SERVER_JOBS_REMINDER_H

#include "server/jobs/job.h"

struct job *reminder_job(void);

#endif
