"""What the consoles are shown while they are measured: the screens, how they are reached, and the bursts they get."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from .requests import Seat
from .trial import Trial

_BALLOTS, _SPEAKERS = '[role=tab][data-tab="ballots"]', '[role=tab][data-tab="speakers"]'
_ROLL_CALL = ".desk-section[data-section=attendance]"
_MISSING = "details.missing:last-of-type"


class Burst(msgspec.Struct, frozen=True):
    """A command of a burst: who sends it, the key that makes it unique, and its fields."""

    sender: Seat
    key: str
    fields: dict[str, object]


class Scene(msgspec.Struct, frozen=True):
    """A screen under load: whose it is, how it is reached, how it shows that it stands, and what each burst sends."""

    name: str
    label: str
    seat: Seat
    view: str
    taps: tuple[str, ...]
    ready: str
    burst: Callable[[int], Iterator[Burst]]


class Bursts:
    """What happens in a meeting, in numbered bursts. Half of the hands go up, then they come down again."""

    def __init__(self, trial: Trial) -> None:
        self.delegates = trial.room.tablets
        self.secretary = trial.room.secretary
        self.number = trial.number
        self.pairs = min((trial.load.bursts + 1) // 2, len(self.delegates))
        self.size = max(1, min(trial.load.events, len(self.delegates) // self.pairs))

    @property
    def count(self) -> int:
        return 2 * self.pairs

    def ballots(self, number: int) -> Iterator[Burst]:
        for seat in self._delegates(number):
            choice = ("for", "against", "abstain")[number % 3]
            yield Burst(seat, f"{number}", {"type": "ballot.cast", "vote": f"v{self.number}", "choice": choice})

    def hands(self, number: int) -> Iterator[Burst]:
        up = number < self.pairs
        for seat in self._delegates(number if up else self.count - 1 - number):
            speech: dict[str, object] = {"speech": f"s{self.number}-{seat.user}"}
            asked = {"type": "speech.request", "subject": "Một ý kiến ngắn"} if up else {"type": "speech.withdraw"}
            yield Burst(seat, f"{number}", speech | asked)

    def passages(self, number: int) -> Iterator[Burst]:
        state = ("left", "present")[number % 2]
        for seat in self._delegates(number // 2):
            fields: dict[str, object] = {"type": "attendance.mark", "user": seat.user, "state": state}
            yield Burst(self.secretary, f"{number}-{seat.user}", fields)

    def _delegates(self, number: int) -> list[Seat]:
        start = number * self.size
        return [self.delegates[(start + place) % len(self.delegates)] for place in range(self.size)]


def scenes(trial: Trial) -> list[Scene]:
    """The chair's console with each of its long lists, and the secretary's roll call."""
    chair, half = trial.room.chair, len(trial.room.tablets) // 2
    bursts = Bursts(trial)
    return [
        Scene(
            "ballots",
            "bàn chủ trì, mở danh sách chưa bỏ phiếu: phiếu",
            chair,
            "chair",
            (_BALLOTS, _MISSING),
            _more_than(half, ".missing-names li"),
            bursts.ballots,
        ),
        Scene(
            "hands",
            "bàn chủ trì: đăng ký phát biểu",
            chair,
            "chair",
            (_SPEAKERS,),
            _more_than(0, ".gate"),
            bursts.hands,
        ),
        Scene(
            "passages",
            "bàn chủ trì: vào và rời họp",
            chair,
            "chair",
            (_BALLOTS,),
            _more_than(0, ".ballot-question"),
            bursts.passages,
        ),
        Scene(
            "roll",
            "bàn thư ký, điểm danh từng người: vào và rời họp",
            trial.room.secretary,
            "desk",
            (_ROLL_CALL,),
            _more_than(half, ".roll-line"),
            bursts.passages,
        ),
    ]


def _more_than(count: int, selector: str) -> str:
    return f"document.querySelectorAll('{selector}').length > {count}"
