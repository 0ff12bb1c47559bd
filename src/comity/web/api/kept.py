"""What took long to work out, kept for the next who asks; a first asker waits only so long."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from comity.web.api.problems import ProblemError

Made = TypeVar("Made")
WORKERS = 2
QUEUE = 12  # pieces of work that may wait; more are refused at once


class Kept:
    """Values by key, the ``most`` last used. Work goes on when an asker has stopped waiting for it."""

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()
        self._waiting: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        for number in range(WORKERS):
            name = f"comity-work-{number}"
            Thread(target=self._work, name=name, daemon=True).start()

    def get(self, key: Hashable, make: Callable[[], Made], *, wait: float) -> Made:
        """Return the value of a key, made if it is not there; 503 if it is not ready in ``wait`` seconds."""
        with self._lock:
            future: Future[Made] | None = self._held.get(key)
            if future is None or (future.done() and future.exception() is not None):
                if self._waiting.qsize() >= QUEUE:
                    raise ProblemError(
                        503, "Much is being worked out already.", "Ask again later.", retry=15
                    )
                future = self._held[key] = Future()
                self._waiting.put((future, make))
            self._held.move_to_end(key)
            self._drop()
        try:
            return future.result(max(wait, 0.01))
        except NotYet as error:
            raise ProblemError(
                503, "This is still being worked out.", "Ask again in some seconds.", retry=5
            ) from error

    def _drop(self) -> None:
        for key in [k for k, f in self._held.items() if f.done()]:
            if len(self._held) <= self._most:
                return
            del self._held[key]

    def _work(self) -> None:
        """Work out one thing after another. A thread that Ctrl-C need not wait for."""
        while (task := self._waiting.get()) is not None:
            future, make = task
            try:
                future.set_result(make())
            except Exception as error:  # noqa: BLE001 - whoever asks gets it
                future.set_exception(error)

    def close(self) -> None:
        """Let the workers end when they are done with what they have begun."""
        for _ in range(WORKERS):
            self._waiting.put(None)
