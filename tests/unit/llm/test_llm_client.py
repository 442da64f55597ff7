"""The client against a real server that answers by script."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest
from scripted_llm import KEY, FakeTime, LlmServer, Q, Said, chat, error, serving

from ecode.errors import ModelError, UsageError
from ecode.llm import transport
from ecode.llm.address import Address
from ecode.llm.chat import Completion
from ecode.llm.client import OpenAIModel
from ecode.llm.key import Key
from ecode.llm.settings import Settings


def client(
    server: LlmServer, time: FakeTime | None = None, *, key: str | None = None, **settings: object
) -> OpenAIModel:
    """With a clock that does not wait, and pauses of their full length."""
    made = Settings(**settings)  # type: ignore[arg-type]
    return OpenAIModel("tiny", Address(server.url), Key(key), made, (time or FakeTime()).clock, lambda: 1.0)


def test_a_question_is_asked_as_openai_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY + "\n")
    with serving(chat("one", "two")) as server:
        answers = client(server, key="MY_KEY", temperature=0.5, max_tokens=77).ask(Q, 2)
    assert answers == [Completion("one"), Completion("two")]
    assert server.paths == ["/v1/chat/completions"]
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert server.asked == [
        {
            "model": "tiny",
            "messages": [{"role": "system", "content": Q.system}, {"role": "user", "content": Q.user}],
            "max_tokens": 77,
            "temperature": 0.5,
            "n": 2,
        }
    ]


def test_no_key_is_sent_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serving(chat("one")) as server:
        client(server).ask(Q, 1)
    assert "authorization" not in server.headers[0]


def test_a_proxy_is_not_asked_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    with serving(chat("one")) as server:
        assert client(server).ask(Q, 1) == [Completion("one")]


# -- samples -------------------------------------------------------------------------------------------------------
def test_a_server_that_ignores_n_is_asked_again() -> None:
    with serving(chat("one"), chat("two"), chat("three"), chat("four")) as server:
        model = client(server)
        assert [one.text for one in model.ask(Q, 3)] == ["one", "two", "three"]
        model.ask(Q, 1)
    assert [body.get("n") for body in server.asked] == [3, None, None, None]
    assert model.usage.requests == 4
    assert model.usage.retries == 0


def test_of_too_many_answers_only_those_wanted_are_kept() -> None:
    with serving(chat("one", "two", "three")) as server:
        assert len(client(server).ask(Q, 2)) == 2


def test_at_temperature_0_there_is_one_answer() -> None:
    with serving(chat("one")) as server:
        assert len(client(server, temperature=0.0).ask(Q, 5)) == 1
    assert len(server.asked) == 1


def test_answers_before_a_failure_are_kept() -> None:
    with serving(chat("one"), error(400, "enough")) as server:
        assert client(server).ask(Q, 3) == [Completion("one")]


def test_a_cut_off_answer_says_so() -> None:
    with serving(chat("one", finish="length")) as server:
        assert client(server).ask(Q, 1) == [Completion("one", finished=False)]


@pytest.mark.parametrize(
    ("content", "text"),
    [(None, ""), ([{"type": "text", "text": "a"}, {"type": "text", "text": "b"}, "c"], "ab"), (7, "")],
)
def test_contents_of_other_forms(content: object, text: str) -> None:
    with serving(chat(content)) as server:  # type: ignore[arg-type]
        assert client(server).ask(Q, 1) == [Completion(text)]


# -- dialects ------------------------------------------------------------------------------------------------------
REFUSALS = [
    (error(400, "'n' : number must be at most 1"), "n", None),
    (Said({"detail": [{"loc": ["body", "n"], "msg": "extra"}]}, 422), "n", None),
    (error(400, "Unsupported value: 'temperature'", param="temperature"), "temperature", None),
    (
        error(400, "Use 'max_completion_tokens' instead of 'max_tokens'", param="max_tokens"),
        "max_tokens",
        "max_completion_tokens",
    ),
]


@pytest.mark.parametrize(("refusal", "gone", "instead"), REFUSALS)
def test_what_a_server_refuses_is_put_differently(refusal: Said, gone: str, instead: str | None) -> None:
    with serving(refusal, chat("one"), chat("two")) as server:
        assert len(client(server).ask(Q, 2)) == 2
    assert gone in server.asked[0]
    assert all(gone not in body for body in server.asked[1:])
    assert instead is None or all(instead in body for body in server.asked[1:])


def test_a_lasting_refusal_is_an_error() -> None:
    with serving(error(400, "the context has\n\x1b[31m 8192 tokens")) as server, pytest.raises(ModelError) as caught:
        client(server).ask(Q, 2)
    assert len(server.asked) == 2  # the second one without n
    assert "did not accept the request (400): the context has [31m 8192 tokens." in str(caught.value)


# -- retries -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "first",
    [
        error(429, "slow down"),
        error(500),
        error(503),
        Said(b"<html>bad gateway</html>", 502),
        error(408),
        Said(b'{"choices": [', 200, cut=100),  # the connection ends in the middle of the answer
    ],
)
def test_passing_failures_are_tried_again(first: Said) -> None:
    time = FakeTime()
    with serving(first, first, chat("one")) as server:
        model = client(server, time)
        assert model.ask(Q, 1) == [Completion("one")]
    assert time.slept == [0.5, 1.0]
    assert (model.usage.requests, model.usage.retries) == (3, 2)
    assert model.usage.prompt_tokens == 10


def test_pauses_are_drawn_and_have_a_limit() -> None:
    time = FakeTime()
    with serving(error(500)) as server:
        model = client(server, time, retries=9)
        model.draw = lambda: 0.0
        with pytest.raises(ModelError, match=r"broken or busy \(500\): no\. Look at the server"):
            model.ask(Q, 1)
    assert time.slept == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 15.0, 15.0]


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("7", 7.0),
        (format_datetime(datetime.fromtimestamp(1_700_000_009, UTC), usegmt=True), 9.0),
        (format_datetime(datetime.fromtimestamp(1_600_000_000, UTC), usegmt=True), 0.5),
        ("soon", 0.5),
        ("-3", 0.5),
        ("", 0.5),
    ],
)
def test_retry_after_is_honoured(text: str, pause: float) -> None:
    time = FakeTime()
    said = error(429)
    said.headers = {"Retry-After": text}
    with serving(said, chat("one")) as server:
        client(server, time).ask(Q, 1)
    assert time.slept == [pause]


def test_a_server_that_asks_for_too_long_a_pause_is_given_up() -> None:
    time = FakeTime()
    said = error(429, "tomorrow")
    said.headers = {"Retry-After": "86400"}
    with serving(said) as server, pytest.raises(ModelError, match=r"takes no more requests \(429\): tomorrow"):
        client(server, time).ask(Q, 1)
    assert time.slept == []


def test_a_spent_quota_is_not_waited_for() -> None:
    with (
        serving(error(429, "pay", code="insufficient_quota")) as server,
        pytest.raises(ModelError, match="check the quota"),
    ):
        client(server).ask(Q, 1)
    assert len(server.asked) == 1


def free_port() -> int:
    """Where nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_a_refused_connection_is_named() -> None:
    port = free_port()
    time = FakeTime()
    model = OpenAIModel("tiny", Address(f"http://127.0.0.1:{port}/v1"), clock=time.clock)
    with pytest.raises(
        ModelError, match=rf"127\.0\.0\.1:{port}/v1/chat/completions cannot be reached: .*Is the server running"
    ):
        model.ask(Q, 1)
    assert len(time.slept) == 4


def test_a_slow_server_is_not_asked_again() -> None:
    said = chat("late")
    said.delay_s = 0.6
    with serving(said) as server, pytest.raises(ModelError, match=r"took longer than 0\.2 s"):
        client(server, timeout_s=0.2).ask(Q, 1)
    assert len(server.asked) == 1


# -- errors --------------------------------------------------------------------------------------------------------
ERRORS = [
    (error(401, "Incorrect API key"), "check the key in the environment variable MY_KEY"),
    (error(403), "check the key in the environment variable MY_KEY"),
    (error(404, "no such model."), r"knows no model 'tiny', or is no chat server \(404\): no such model\. Check"),
    (Said(b"<!doctype html><p>Hello", headers={"Content-Type": "text/html"}), "answered with a web page"),
    (Said(b"  <html>"), "answered with a web page"),
    (Said(b'{"choices": [{"mess'), r"broken JSON \(19 bytes\)"),
    (Said(b""), r"broken JSON \(0 bytes\)"),
    (Said([1, 2]), "no object"),
    (Said({"choices": []}), "empty list of choices"),
    (Said({"choices": ["a"]}), "holds no message"),
    (Said({"choices": [{"text": "a"}]}), "holds no message"),
    (Said({"hello": 1}), "without choices. Is it a chat server"),
    (Said({"error": {"message": "provider is down"}}), "without choices: provider is down"),
    (Said(b"[" * 100_000), "broken JSON"),
    (
        Said({}, 302, {"Location": "https://user:pw@elsewhere.example/v1?token=1"}),
        "points to https://elsewhere.example ",
    ),
    (Said({}, 307, {"Location": "/v2"}), "points to another place"),
    (Said(b"x" * 3000), "broken JSON"),
]


@pytest.mark.parametrize(("said", "words"), ERRORS)
def test_errors_say_what_happened_and_where(said: Said, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MY_KEY", KEY)
    with serving(said) as server, pytest.raises(ModelError, match=words) as caught:
        client(server, key="MY_KEY").ask(Q, 1)
    assert len(server.asked) == 1
    assert f"{server.url}/chat/completions" in str(caught.value)
    assert len(str(caught.value)) < 400
    assert "pw" not in str(caught.value)
    assert "token=" not in str(caught.value)


def test_a_missing_key_is_told_from_a_wrong_one() -> None:
    with serving(error(401)) as server, pytest.raises(ModelError, match="none was sent"):
        client(server).ask(Q, 1)


def test_an_endless_answer_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport, "MOST_BYTES", 1 << 20)
    with serving(Said(b"x" * (3 << 20))) as server, pytest.raises(ModelError, match="more than 1 MB"):
        client(server).ask(Q, 1)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "httpx", None)
    with pytest.raises(ModelError, match=r"pip install 'ecode-lm\[llm\]'"):
        OpenAIModel("tiny")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:8000",
        "ftp://a/v1",
        "http://",
        "http://a:b/v1",
        "http://u:p@h/v1",
        "http://h/v1?k=1",
        "http://h/#x",
        "http://h /",
        "http://hé/",
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(UsageError) as caught:
        Address(url)
    assert "u:p" not in str(caught.value)


# -- limits --------------------------------------------------------------------------------------------------------
def test_requests_per_minute() -> None:
    time = FakeTime()
    with serving(chat("one")) as server:
        model = client(server, time, requests_per_minute=2)
        for _ in range(5):
            model.ask(Q, 1)
    assert time.slept == pytest.approx([60.0, 60.0])


@pytest.mark.parametrize(
    ("limit", "asked", "words"),
    [({"max_requests": 3}, 3, "3 requests"), ({"max_total_tokens": 16}, 2, "16 tokens")],
)
def test_limits_end_the_questions(limit: dict[str, int], asked: int, words: str) -> None:
    with serving(chat("one")) as server:
        model = client(server, **limit)
        for _ in range(asked):
            model.ask(Q, 1)
        with pytest.raises(ModelError, match=words):
            model.ask(Q, 1)
    assert len(server.asked) == asked


def test_retries_count_against_the_limit() -> None:
    with serving(error(500)) as server, pytest.raises(ModelError, match="limit of 2 requests"):
        client(server, max_requests=2).ask(Q, 1)
    assert len(server.asked) == 2


def test_time_that_is_up_is_not_waited_for() -> None:
    time = FakeTime()
    with (
        serving(error(503)) as server,
        pytest.raises(ModelError, match=r"longer than the model's time allows\. The last try failed: answer 503\."),
    ):
        client(server, time, max_seconds=2.0).ask(Q, 1)
    assert time.slept == [0.5, 1.0]


# -- usage ---------------------------------------------------------------------------------------------------------
def test_usage_and_cost_are_counted() -> None:
    with serving(chat("one", usage=(1000, 500))) as server:
        model = client(server, price_in=2.0, price_out=8.0)
        model.ask(Q, 1)
        model.ask(Q, 1)
    assert model.usage.as_dict() == {
        "requests": 2,
        "retries": 0,
        "prompt_tokens": 2000,
        "completion_tokens": 1000,
        "tokens_estimated": False,
        "seconds": 0.0,
        "cost": pytest.approx(0.012),
    }
    assert str(model.usage) == "2 requests (0 repeated), 2000 tokens in, 1000 out, 0.0 s, cost 0.0120"


@pytest.mark.parametrize("usage", [None, {}, [], {"prompt_tokens": "3", "completion_tokens": 1}, (-1, 5)])
def test_missing_usage_is_estimated(usage: object) -> None:
    with serving(chat("x" * 40, usage=usage)) as server:
        model = client(server)
        model.ask(Q, 1)
    assert model.usage.estimated
    assert model.usage.prompt_tokens == -(-len(Q.system + Q.user) // 4)
    assert model.usage.completion_tokens == 10
    assert model.usage.cost is None
    assert "about 10 out" in str(model.usage)


@pytest.mark.parametrize(
    "wrong",
    [
        {"temperature": -1.0},
        {"max_tokens": 0},
        {"retries": -1},
        {"timeout_s": float("nan")},
        {"price_in": 1.0},
        {"max_requests": 0},
    ],
)
def test_settings_that_make_no_sense(wrong: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Settings(**wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", [{"max_seconds": 2.0}, {"max_requests": 2}])
def test_a_limit_reached_while_trying_again_names_the_failure(limit: dict[str, float]) -> None:
    address = Address(f"http://127.0.0.1:{free_port()}/v1")
    model = OpenAIModel("tiny", address, settings=Settings(**limit), clock=FakeTime().clock)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"(time allows|requests is reached).* The last try failed: .*refused"):
        model.ask(Q, 1)
