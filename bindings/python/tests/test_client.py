"""The package against a scripted server and the reference server: lifetimes, threads, cancellation, fork, signals.

    test_client.py SCRIPTED_SERVER    with LIBAPI_URL and LIBAPI_KEY of the reference server
"""
import asyncio
import gc
import logging
import os
import pathlib
import resource
import select
import signal
import sys
import tempfile
import threading
import time
import unittest

import libapi
from server import Server

PROGRAM = sys.argv.pop(1)
USER = {"id": "01935a5e-0000-7000-8000-000000000001", "username": "ada", "display_name": "Ada",
        "time_zone": "Europe/Berlin", "is_admin": True, "working_hours": [{"day": 1, "start": "09:00", "end": "17:00"}],
        "created_at": "2026-01-01T00:00:00Z", "updated_at": "2026-01-01T00:00:00Z"}
ANSWER = {"method": "GET", "path": "/v1/users/me", "times": 0, "give": USER}
LATE = {**ANSWER, "delay_ms": 60_000}
SOON_S = 20  # far less than LATE, far more than a busy machine needs


class Scripted(unittest.TestCase):
    """Each test has a server that answers `answers`."""

    answers = [ANSWER]

    def setUp(self):
        self.server = Server(PROGRAM, {"answers": self.answers})
        self.client = libapi.Client(self.server.url, "key", max_attempts=1)
        self.began = time.monotonic()

    def tearDown(self):
        self.client.close()
        self.server.process.kill()
        self.server.process.wait()
        self.server.process.stdin.close()
        self.server.process.stdout.close()

    def assert_soon(self):
        self.assertLess(time.monotonic() - self.began, SOON_S)


class Lifetimes(Scripted):
    def test_parts_outlive_the_whole_and_the_client(self):
        hours = self.client.users.get("me").working_hours
        self.client.close()
        gc.collect()
        self.assertEqual([(each.day, each.start) for each in hours], [(1, "09:00")])

    def test_a_cycle_is_collected_in_any_order(self):
        for _ in range(200):
            ring = {"client": libapi.Client(self.server.url, "key"), "user": self.client.users.get("me")}
            ring["call"] = ring["client"].start(ring["client"].users.get, "me")
            ring["self"] = ring
            del ring
        self.assertGreaterEqual(gc.collect(), 200)

    def test_the_collector_may_run_in_another_thread(self):
        rings = [[self.client.users.get("me")] for _ in range(100)]
        for ring in rings:
            ring.append(ring)
        rings.clear()
        del ring
        thread = threading.Thread(target=gc.collect)
        thread.start()
        thread.join()
        self.assertEqual(self.client.users.get("me").username, "ada")

    def test_ten_thousand_objects_leave_nothing(self):
        user = self.client.users.get("me")

        def make(count):
            for _ in range(count):
                _ = [self.client.users.get("me").working_hours, user.created_at, libapi.CallOptions(timeout=1)]
                with self.assertRaises(libapi.Invalid):
                    self.client.users.get("")
        make(2_000)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        make(10_000)
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        self.assertLess(grown, 4_000, "KiB")

    def test_a_closed_client_says_so(self):
        self.client.close()
        self.client.close()
        with self.assertRaisesRegex(libapi.Invalid, "closed"):
            self.client.users.get("me")

    def test_a_log_function_is_called_and_let_go(self):
        lines = []

        class Log:
            def __call__(self, level, line):
                lines.append((level, line))
        log = Log()
        watch = __import__("weakref").ref(log)
        client = libapi.Client(self.server.url, "sesame", log=log)
        client.users.get("me")
        self.assertTrue(lines)
        self.assertNotIn("sesame", str(lines))
        del log
        self.assertIsNotNone(watch())
        client.close()
        del client
        gc.collect()
        self.assertIsNone(watch())


class Threads(Scripted):
    def test_threads_share_a_client(self):
        names = []

        def work():
            for _ in range(25):
                names.append(self.client.users.get("me").username)
        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(names, ["ada"] * 200)


class Waiting(Scripted):
    answers = [LATE]

    def test_a_waiting_call_lets_other_threads_run_and_close_cancels_it(self):
        outcome = []

        def wait():
            try:
                self.client.users.get("me")
            except libapi.Cancelled as failure:
                outcome.append(failure)
        thread = threading.Thread(target=wait)
        thread.start()
        time.sleep(0.3)
        self.client.close()
        thread.join(SOON_S)
        self.assertEqual(len(outcome), 1)
        self.assert_soon()

    def test_ctrl_c_ends_a_call(self):
        timer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        with self.assertRaises(KeyboardInterrupt):
            self.client.users.get("me")
        self.assert_soon()

    def test_result_waits_no_longer_than_asked(self):
        call = self.client.start(self.client.users.get, "me")
        with self.assertRaises(TimeoutError):
            call.result(timeout=0.2)
        self.assertFalse(call.done())
        call.cancel()
        with self.assertRaises(libapi.Cancelled):
            call.result()
        self.assertTrue(call.done())
        self.assert_soon()

    def test_fork(self):
        call = self.client.start(self.client.users.get, "me")
        child = os.fork()
        if child == 0:
            status = 1
            try:
                self.client.users.get("me")
            except libapi.Forked:
                self.client.close()
                del call
                gc.collect()
                status = 0
            finally:
                os._exit(status)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertFalse(call.done())


class Descriptor(Scripted):
    def test_select_tells_when_a_call_is_done(self):
        call = self.client.start(self.client.users.get, "me", options=libapi.CallOptions(idempotency_key="k"))
        came = []
        while not came and time.monotonic() - self.began < SOON_S:
            select.select([self.client], [], [], 1)
            self.client.process(0)
            came += self.client.completed()
        self.assertEqual(came, [call])
        self.assertIn(b"ada", call.raw_body)
        self.assertEqual(call.result().username, "ada")
        with self.assertRaises(libapi.Invalid):
            call.result()

    def test_start_takes_methods_of_this_client_only(self):
        other = libapi.Client(self.server.url, "key")
        for method in (other.users.get, print):
            with self.assertRaises(TypeError):
                self.client.start(method, "me")


class Asyncio(Scripted):
    answers = [LATE]

    def test_a_cancelled_task_cancels_its_call(self):
        async def main():
            async with libapi.AsyncClient(self.server.url, "key") as client:
                task = asyncio.create_task(client.users.get("me"))
                await asyncio.sleep(0.2)
                call, = client._calls.values()
                self.assertEqual(call.operation, "getUser")
                task.cancel()
                with self.assertRaises(asyncio.CancelledError):
                    await task
                self.assertEqual(call.operation, "", "the call was let go of, though somebody holds it")
                del call
                del task
                gc.collect()
                self.assertEqual(len(client._calls), 0)
                with self.assertRaises(asyncio.TimeoutError):
                    await asyncio.wait_for(client.users.get("me"), 0.2)
        asyncio.run(main())
        self.assert_soon()

    def test_close_wakes_who_waits(self):
        async def main():
            client = libapi.AsyncClient(self.server.url, "key")
            task = asyncio.create_task(client.users.get("me"))
            await asyncio.sleep(0.2)
            client.close()
            with self.assertRaises(libapi.Cancelled):
                await task
        asyncio.run(main())
        self.assert_soon()

    def test_the_next_loop_takes_over_a_closed_ones_client(self):
        client = libapi.AsyncClient(self.server.url, "key")
        for _ in range(2):
            with self.assertRaises(asyncio.TimeoutError):
                asyncio.run(asyncio.wait_for(client.users.get("me"), 0.2))
        client.close()


class AsyncFollowed(Scripted):
    answers = [{"delay_ms": 2000, "give": {"events": [], "deleted": [], "acl_changed": False, "has_more": False,
                                           "next_token": "t1"}}]

    def test_what_a_cancelled_task_asked_for_is_the_next_ones(self):
        async def main():
            async with libapi.AsyncClient(self.server.url, "key") as client:
                sync = client.sync("01935a5e-0000-7000-8000-000000000004")
                with self.assertRaises(asyncio.TimeoutError):
                    await asyncio.wait_for(sync.__anext__(), 0.1)
                self.assertEqual([each.kind async for each in sync], [libapi.ChangeKind.TOKEN])
                self.assertEqual(sync.token, "t1")
        asyncio.run(main())


class AsyncMany(Scripted):
    def test_a_thousand_tasks(self):
        async def main():
            async with libapi.AsyncClient(self.server.url, "key") as client:
                users = await asyncio.gather(*(client.users.get("me") for _ in range(1000)))
                self.assertEqual({each.username for each in users}, {"ada"})
        asyncio.run(main())


class Refused(Scripted):
    answers = []

    def test_values_that_are_none(self):
        create = self.client.events.create
        for error, words, given in (
                (libapi.Invalid, "title", {"title": "a\0b"}), (libapi.Invalid, "title", {"title": "\ud800"}),
                (libapi.Invalid, "status.*confirmed", {"status": "perhaps"}), (TypeError, "title", {"title": 5}),
                (libapi.Invalid, "title: cannot be null", {"title": None}),
                (TypeError, "attendees", {"attendees": "ada"}), (TypeError, "attendees/0/mail", {"attendees": [{"mail": ""}]}),
                (libapi.Invalid, "minutes_before", {"reminders": [{"minutes_before": 1 << 80}]}),
                (TypeError, "titel", {"titel": ""})):
            with self.subTest(given), self.assertRaisesRegex(error, words):
                create("01935a5e-0000-7000-8000-000000000004", **given)

    def test_settings_that_are_none(self):
        for given in ({"timeout": -1}, {"max_attempts": 1 << 40}, {"ca_file": "a\0"}, {"max_connections": 0}):
            with self.subTest(given), self.assertRaisesRegex(libapi.Invalid, next(iter(given))):
                libapi.Client(self.server.url, "key", **given)
        with self.assertRaises(libapi.Insecure):
            libapi.Client("http://calendar.example.com", "key")
        libapi.Client("http://calendar.example.com", "key", allow_insecure_http=True, proxy="http://127.0.0.1:1",
                      connect_timeout=1.5, client_certificate=("c.pem", "k.pem"), ca_file="ca.pem").close()
        with self.assertRaises(TypeError):
            libapi.AsyncClient(self.server.url, "key", timeuot=1)

    def test_a_url_takes_no_key_from_elsewhere(self):
        with self.assertRaises(libapi.Error):
            libapi.Client(self.server.url).users.get("me")
        self.assertNotIn("X-API-Key", str(self.server.report()))


class Reference(unittest.TestCase):
    def setUp(self):
        self.client = libapi.Client()
        self.calendar = self.client.calendars.create(name="Python")

    def tearDown(self):
        self.client.calendars.delete(self.calendar.id)
        self.client.close()

    def test_every_list_is_walked(self):
        from libapi import resources
        walked = 0
        values = {"calendar_id": self.calendar.id, "user_id": "me", "from_": "2026-01-01T00:00:00Z",
                  "to": "2026-02-01T00:00:00Z", "q": "x"}
        for noun, kind in resources.NOUNS.items():
            for verb in [each[:-5] for each in vars(kind) if each.endswith("_page")]:
                method = getattr(getattr(self.client, noun), verb)
                taken = method.__code__.co_varnames[1:method.__code__.co_argcount + method.__code__.co_kwonlyargcount]
                try:
                    list(method(**{name: value for name, value in values.items() if name in taken},
                                **{name: self.calendar.id for name in taken if name in ("event_id", "webhook_id")}))
                except libapi.NotFound:
                    pass
                walked += 1
        self.assertGreaterEqual(walked, 8)

    def test_a_copy_is_kept_up_to_date(self):
        sync = self.client.sync(self.calendar.id)
        before = list(sync)
        event = self.client.events.create(self.calendar.id, title="New", start_date="2026-03-01", end_date="2026-03-02")
        changes = list(sync)
        self.assertIn(libapi.Change(libapi.ChangeKind.EVENT, event), changes)
        self.assertNotIn(libapi.ChangeKind.EVENT, [each.kind for each in before])
        self.client.events.delete(self.calendar.id, event.id)
        later = list(self.client.sync(self.calendar.id, sync.token, limit=5))
        self.assertIn(libapi.ChangeKind.DELETED, [each.kind for each in later])

        async def again():
            async with libapi.AsyncClient() as client:
                return [each.kind async for each in client.sync(self.calendar.id)]
        self.assertIn(libapi.ChangeKind.TOKEN, asyncio.run(again()))

    def test_a_profile(self):
        url, key = os.environ.pop("LIBAPI_URL"), os.environ.pop("LIBAPI_KEY")
        with tempfile.TemporaryDirectory() as home:
            place = pathlib.Path(home, "libapi", "config")
            place.parent.mkdir()
            place.write_text(f"[work]\nurl = {url}\nkey = {key}\n")
            place.chmod(0o600)
            os.environ["XDG_CONFIG_HOME"] = home
            try:
                with libapi.Client(profile="work") as client:
                    self.assertEqual(client.users.get("me").username, "admin")
                with self.assertRaises(libapi.Config):
                    libapi.Client()
            finally:
                os.environ.update(LIBAPI_URL=url, LIBAPI_KEY=key)
                del os.environ["XDG_CONFIG_HOME"]


if __name__ == "__main__":
    logging.basicConfig()
    unittest.main()
