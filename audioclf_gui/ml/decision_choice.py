"""How sure a model's answers are to be, and what that comes to; known before torch is."""

from dataclasses import asdict, dataclass

from audioclf_gui.core.text import Text

LEAST_PRECISION, MOST_PRECISION = 0.5, 0.999
LEAST_ALARMS_PER_HOUR, MOST_ALARMS_PER_HOUR = 1.0, 1000.0
CHOOSING = 10.0
"""So many alarms are to be expected in the noise by which thresholds are chosen, or chance chooses them."""

TELLING = 3.0
"""What is too rare to be seen so often, on average, cannot be told: none of n, and it may be 3 of n."""

_WHOLE = 100.0  # from here on a rate is told without a decimal


@dataclass(frozen=True, slots=True)
class HowSure:
    """What thresholds are chosen for; nothing said: the best balance, as they were when it was trained."""

    precision: float | None = None  # of the answers, the share that is to be right
    alarms_per_hour: float | None = None  # windows of noise that may be answered, at the most

    def __post_init__(self) -> None:
        precision, alarms = self.precision, self.alarms_per_hour
        if precision is not None and alarms is not None:
            raise ValueError("thresholds are chosen for a precision or for false alarms, not for both")
        if precision is not None and not LEAST_PRECISION <= precision <= MOST_PRECISION:
            raise ValueError(
                f"a precision of {precision} is not within {LEAST_PRECISION} to {MOST_PRECISION}"
            )
        if alarms is not None and not LEAST_ALARMS_PER_HOUR <= alarms <= MOST_ALARMS_PER_HOUR:
            raise ValueError(
                f"{alarms} false alarms an hour are not within"
                f" {LEAST_ALARMS_PER_HOUR:g} to {MOST_ALARMS_PER_HOUR:g}"
            )

    @property
    def is_balance(self) -> bool:
        """Whether the thresholds are those of the training."""
        return self == HowSure()

    @property
    def text(self) -> Text:
        """What is wanted, in words."""
        if self.precision is not None:
            return Text("a precision of {precision:.3g}", precision=self.precision)
        if self.alarms_per_hour is not None:
            return Text("at most {n:g} false alarms an hour", n=self.alarms_per_hour)
        return Text("the best balance")

    @property
    def in_use(self) -> Text:
        """That such thresholds are those in use."""
        if self.is_balance:
            return Text("In use as trained.")
        if self.precision is not None:
            return Text(
                "In use for {wanted}, chosen by these sounds, so that others may do a little worse.",
                wanted=self.text,
            )
        return Text("In use for {wanted}.", wanted=self.text)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What thresholds come to on sounds and noise that the model had not learnt."""

    windows: int  # that were heard, beside those of noise
    asked: int  # for so many classes, one in nearly all windows with a sound
    right: int  # answers
    wrong: int  # answers, to noise as well
    alarms: int  # windows of noise that are answered
    noise_s: float  # how long that noise goes on
    is_of_scenes: bool = True  # else each window is a whole sound

    @property
    def precision(self) -> float | None:
        """Of the answers, the share that is right; None where there is none."""
        answers = self.right + self.wrong
        return self.right / answers if answers else None

    @property
    def found(self) -> float | None:
        """Of what was asked for, the share that is answered right; None where nothing was."""
        return self.right / self.asked if self.asked else None

    @property
    def alarms_per_hour(self) -> float | None:
        """How often noise is answered; None where there is too little noise to tell."""
        return 3600.0 * self.alarms / self.noise_s if self.alarms >= TELLING else None

    @property
    def most_alarms_per_hour(self) -> float | None:
        """How often it may be answered for all that is known, where that is too seldom to be told."""
        return 3600.0 * TELLING / self.noise_s if self.noise_s and self.alarms < TELLING else None

    @property
    def text(self) -> Text:
        """All that can be said of it, in a sentence or two."""
        if not self.asked:
            return Text("No sounds were held out, so nothing is known of its answers.")
        on = (
            Text("On {n} windows of held-out sounds in noise", n=self.windows)
            if self.is_of_scenes
            else Text("On {n} held-out sounds, each as a whole", n=self.windows)
        )
        if self.precision is None:
            return Text("{on}: no answer at all.", on=on)
        return Text(
            "{on}: precision {precision:.2f}, {found:.0f} % found. {noise}",
            on=on,
            precision=self.precision,
            found=100.0 * (self.found or 0.0),
            noise=self._noise_text,
        )

    @property
    def _noise_text(self) -> Text:
        noise, rate = _duration(self.noise_s), self.alarms_per_hour
        if rate is not None:
            return Text(
                "In {noise} of made noise {alarms} false alarms: {rate} an hour.",
                noise=noise,
                alarms=self.alarms,
                rate=Text.number(rate, ".0f" if rate >= _WHOLE else ".1f"),
            )
        if self.most_alarms_per_hour is None:
            return Text("No noise was heard.")
        return Text(
            "In {noise} of made noise {alarms} false alarms, too few to tell how many an hour: fewer than"
            " {most:.0f}.",
            noise=noise,
            alarms=self.alarms,
            most=self.most_alarms_per_hour,
        )


def _duration(seconds: float) -> Text:
    if seconds < 120.0:
        return Text("{n:.0f} s", n=seconds)
    if seconds < 7200.0:
        return Text("{n} min", n=Text.number(seconds / 60.0, ".1f" if seconds < 600.0 else ".0f"))
    return Text("{n:.1f} h", n=seconds / 3600.0)


def outcome_facts(outcome: Outcome) -> dict[str, object]:
    """Counts and figures, as JSON holds them."""
    return {
        **asdict(outcome),
        "precision": outcome.precision,
        "found": outcome.found,
        "alarms_per_hour": outcome.alarms_per_hour,
    }
