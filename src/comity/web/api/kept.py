"""What took long to work out, kept for the next who asks; a first asker waits only so long."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from threading import Lock
from typing import Any, TypeVar

from comity.web.api.problems import ProblemError

Made = TypeVar("Made")


class Kept:
    """Values by key, the ``most`` last used. Work goes on when an asker has stopped waiting for it."""

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()
        self._workers = ThreadPoolExecutor(2, thread_name_prefix="comity-work")

    def get(self, key: Hashable, make: Callable[[], Made], *, wait: float) -> Made:
        """Return the value of a key, made if it is not there; 503 if it is not ready in ``wait`` seconds."""
        with self._lock:
            future: Future[Made] | None = self._held.get(key)
            if future is None or (future.done() and future.exception() is not None):
                future = self._held[key] = self._workers.submit(make)
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

    def close(self) -> None:
        """Stop what has not begun."""
        self._workers.shutdown(wait=False, cancel_futures=True)
