"""Asking a model through the `llm` library: the only place that loads it, and where what fails becomes a sentence."""

from __future__ import annotations

import time
from importlib.util import find_spec
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

from claimtrack.articles.models.answer import UnusableAnswerError, read_answer
from claimtrack.articles.models.parts import LONGEST
from claimtrack.articles.models.prompt import requests
from claimtrack.errors import RefusedError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimtrack.articles.models.answer import Told
    from claimtrack.articles.models.parts import Part
    from claimtrack.articles.models.prompt import Prompt, Request

TRIES = 3
PAUSES = (1.0, 4.0)  # seconds before the second and the third try, where the service was busy
SILENCE = (
    300.0  # seconds without a new word: a big model on a small machine reads that long before it answers
)
SHORTEST = 500  # characters of a part that is worth asking about
TOO_LONG = "can't read so long a text at once"
LONGEST_ANSWER = 200_000  # characters; what goes on beyond goes round in circles


class Answer(NamedTuple):
    """The words that a model answered, and the tokens that all tries took, where it tells them."""

    words: str
    tokens_in: int | None
    tokens_out: int | None


class FailedError(RefusedError):
    """A model gave no answer that can be used; the text is one sentence.

    `hopeless` is what fails for any text, `too_long` what a shorter one may help.
    """

    def __init__(self, sentence: str, *, hopeless: bool = False, too_long: bool = False) -> None:
        super().__init__(sentence)
        self.hopeless = hopeless
        self.too_long = too_long


class _Failure(NamedTuple):
    """What went wrong as the end of a sentence; whether to try again, and whether another text is worth a try."""

    words: str
    again: bool = False
    hopeless: bool = True


class Model:
    """A model of one of the plugins of `llm`."""

    def __init__(self, found: Any) -> None:
        self._found = found
        self.name: str = found.model_id

    @property
    def hosted(self) -> bool | None:
        """Whether text that is sent to it leaves the machine; null where only its plugin knows."""
        address = getattr(self._found, "api_base", None)
        if address and urlsplit(str(address)).hostname in ("localhost", "127.0.0.1", "::1"):
            return False
        return True if address or self._found.needs_key else None

    def ask(self, request: Request) -> Answer:
        """The answer, which can be read; asked again up to three times where it can't, or where there was none.

        Raises:
            FailedError: where there was none.
        """
        spent: list[tuple[int | None, int | None]] = []
        for number in range(1, TRIES + 1):
            failure = None
            try:
                answer = self._once(request)
                spent.append((answer.tokens_in, answer.tokens_out))
                read_answer(answer.words)
                return Answer(answer.words, _sum(one for one, _ in spent), _sum(one for _, one in spent))
            except UnusableAnswerError as error:
                failure = _Failure(str(error), again=True, hopeless=False)
            except Exception as error:  # noqa: BLE001  # a plugin may raise anything, and none of it is ours
                failure = failure_of(error)
                if failure.again and number < TRIES:
                    time.sleep(PAUSES[number - 1])
            if not failure.again or number == TRIES:
                times = f", {number} times" if number > 1 else ""
                raise FailedError(
                    f"{self.name} {failure.words}{times}",
                    hopeless=failure.hopeless,
                    too_long=failure.words == TOO_LONG,
                )
        raise AssertionError(number)  # the last try returns or raises

    def _once(self, request: Request) -> Answer:
        """One answer, waited for in this thread and asked for in another, so that Ctrl-C and the limit hold."""
        heard: Queue[str | Exception | Answer] = Queue()
        ended = Event()
        Thread(target=self._speak, args=(request, heard, ended), daemon=True).start()
        length = 0
        try:
            while True:
                try:
                    said = heard.get(timeout=SILENCE)
                except Empty:
                    raise TimeoutError from None
                if isinstance(said, Exception):
                    raise said
                if isinstance(said, Answer):
                    return said
                length += len(said)
                if length > LONGEST_ANSWER:
                    raise UnusableAnswerError("never came to an end")
        finally:
            ended.set()

    def _speak(self, request: Request, heard: Queue[str | Exception | Answer], ended: Event) -> None:
        """Puts each piece of the answer in the queue, then the whole or what went wrong."""
        try:
            held = self._found.supports_schema
            response = self._found.prompt(
                request.words,
                system=request.system if held else request.with_schema,
                schema=request.schema if held else None,
                stream=self._found.can_stream,
            )
            pieces = []
            for piece in response:
                if ended.is_set():
                    return
                pieces.append(piece)
                heard.put(piece)
            usage = response.usage()
            heard.put(Answer("".join(pieces), usage.input, usage.output))
        except BaseException as error:  # noqa: BLE001  # raised where it is waited for
            heard.put(error if isinstance(error, Exception) else RuntimeError(type(error).__name__))


def answered(
    text: str,
    prompt: Prompt,
    answer: Callable[[Request], str],
    whole: Part | None = None,
    longest: int = LONGEST,
) -> Iterator[tuple[Part, Told | FailedError]]:
    """What is answered about a text, part by part, or why not; by halves of a part that is too long for the model."""
    for request in requests(text, prompt, whole, longest=longest):
        half = (request.part.end - request.part.start) * 3 // 5  # with what both halves have
        try:
            yield request.part, read_answer(answer(request))
        except FailedError as error:
            if error.too_long and half >= SHORTEST:
                yield from answered(text, prompt, answer, request.part, half)
            else:
                yield request.part, error


def model_named(name: str) -> Model:
    """The model that `llm` has by that name or alias.

    Raises:
        RefusedError: where `llm` is not installed.
        UnreadableError: where it has no such model.
    """
    if find_spec("llm") is None:
        raise RefusedError("A model is asked through llm; install it with `pip install 'claimtrack[llm]'`.")
    import llm  # noqa: PLC0415  # an extra, and it takes half a second to load

    try:
        known = llm.get_model_aliases()
    except Exception as error:
        raise RefusedError(f"llm can't load its plugins: {error}.") from error
    if name not in known:
        from difflib import get_close_matches  # noqa: PLC0415  # only for what is wrong

        like = next(iter(get_close_matches(name, known, 1)), None)
        near = f"; the nearest is {like}" if like else ""
        raise UnreadableError(
            f"llm has no model {name!r}{near}. `llm models` lists those there are, `llm install` adds others."
        )
    return Model(known[name])


def _sum(counts: Iterator[int | None]) -> int | None:
    told = [count for count in counts if count is not None]
    return sum(told) if told else None


# By the status of HTTP that the clients of services carry, and else by what the error is called.
_STATUS = {
    401: _Failure("does not accept the key; `llm keys set` stores another"),
    403: _Failure("does not accept the key; `llm keys set` stores another"),
    404: _Failure("is not there any more, says its service"),
    413: _Failure(TOO_LONG, hopeless=False),
    429: _Failure("takes no more requests for now (a rate limit, or nothing left to spend)", again=True),
}
_TIMED_OUT = _Failure("did not answer in time", again=True)
_UNREACHED = _Failure("could not be reached; is there a network", again=True)
_SERVER_FAULTS = 500


def failure_of(error: BaseException) -> _Failure:
    """What an error of a plugin, or of the client of a service, means."""
    response = getattr(error, "response", None)
    status = getattr(error, "status_code", None) or getattr(response, "status_code", None)
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    words = " ".join(str(error).split())
    if "NeedsKey" in names:
        return _Failure(f"needs a key: {words.removesuffix('.')}")
    if "context" in words.lower() and ("length" in words.lower() or "window" in words.lower()):
        return _Failure(TOO_LONG, hopeless=False)
    if isinstance(status, int) and (status in _STATUS or status >= _SERVER_FAULTS):
        return _STATUS.get(status) or _Failure(f"is out of order (status {status})", again=True)
    if "Timeout" in names or "timed out" in words:
        return _TIMED_OUT
    if "Connect" in names or isinstance(error, ConnectionError):
        return _UNREACHED
    return _Failure(f"failed: {words[:200].removesuffix('.') or type(error).__name__}", hopeless=False)
