"""Where the language model may be, and what is made of servers that do not keep to the interface."""

import asyncio

import pytest

from icabinet.assistant.wording import LanguageModel, WordingFailed
from tests.language_model import Script, language_model


async def said(model: LanguageModel) -> str:
    return "".join([words async for words in model.words("Câu hỏi?", {1: "Đoạn trích."})])


def reason(address: str, *, outside: bool = False) -> str:
    with pytest.raises(WordingFailed) as failure:
        asyncio.run(said(LanguageModel(address, "m", outside=outside)))
    return failure.value.reason


@pytest.mark.parametrize("host", ["1.1.1.1", "[2606:4700:4700::1111]", "8.8.8.8:8000"])
def test_a_public_address_is_not_spoken_to(host: str) -> None:
    assert reason(f"http://{host}/v1") == "outside"


def test_a_server_that_is_away_says_so() -> None:
    with language_model(Script()) as address:
        pass
    assert reason(address) == "away"
    assert reason("http://khong-co-may-nay.invalid/v1") == "away"


def test_a_redirect_is_not_followed() -> None:
    with language_model(Script(status=307)) as address:
        assert reason(address) == "refused"


def test_words_come_with_the_key_and_without_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    script = Script(pieces=["Xin ", "chào."])
    with language_model(script) as address:
        assert asyncio.run(said(LanguageModel(address, "m", key="abc"))) == "Xin chào."
    assert script.headers[0]["authorization"] == "Bearer abc"
    assert script.headers[0]["host"] in address
