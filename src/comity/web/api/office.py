"""What all requests share: the study, its version, connections at hand, and what was worked out."""

import hashlib
import secrets
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import comity
from comity.study import Study, open_study
from comity.web.api.answers import Answers, Totals
from comity.web.api.kept import Kept


class Office:
    """One open study, read by many threads at once and written by one at a time.

    Reading only, unless ``review``: then no other process can open the study while this one runs. ``token``
    is asked of everybody who reviews. A request is stopped after ``seconds``.
    """

    def __init__(
        self, path: str, *, review: bool = False, token: str | None = None, seconds: float = 15.0
    ) -> None:
        self.review = review
        self.token = token or secrets.token_urlsafe(24)
        self.seconds = seconds
        self.kept = Kept()
        self.answers = Answers()
        self.totals = Totals()
        self._study = open_study(path, readonly=not review, create=False)
        self._template = self._study.beside()
        self.version = self._template.version()
        self._free: deque[Study] = deque()
        self._making = Lock()
        self._writing = Lock()

    def borrow(self) -> Study:
        """Return the study on a connection that nobody else uses; give it back after."""
        try:
            return self._free.pop()
        except IndexError:
            with self._making:
                return self._template.beside()

    def give_back(self, study: Study) -> None:
        self._free.append(study)

    @contextmanager
    def reading(self) -> Iterator[Study]:
        """Lend the study to work that outlives a request."""
        study = self.borrow()
        try:
            yield study
        finally:
            self.give_back(study)

    @contextmanager
    def writing(self) -> Iterator[Study]:
        """Lend the study to one writer; what follows from judgements is up to date after."""
        with self._writing:
            yield self._study
            self._study.derived()
            with self._making:
                self.version = self._template.version()

    def tag(self, *parts: str) -> str:
        """Return the entity tag of an answer: it changes with the study and with comity's version."""
        words = "\n".join((self.version, comity.__version__, *parts))
        return f'W/"{hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:24]}"'

    def close(self) -> None:
        """Close the study and every connection to it."""
        self.kept.close()
        while self._free:
            self._free.pop().close()
        self._template.close()
        self._study.close()
