"""A walk through a case drill, step by step."""

from dataclasses import dataclass, replace

from assistant.quiz.drills import Compared, Drill, Step, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Where somebody is in a drill."""

    drill: Drill
    at: int = 0
    options: frozenset[int] = frozenset()
    cited: frozenset[str] = frozenset()
    compared: Compared | None = None
    done: tuple[bool, ...] = ()

    @property
    def step(self) -> Step | None:
        """The step that is to be taken; None at the end."""
        return self.drill.steps[self.at] if self.at < len(self.drill.steps) else None

    def picked(self, option: int) -> "Walk":
        """Choose a measure, or take it back; where one is right, only one is chosen."""
        if self.step is None or self.compared or option not in range(len(self.step.options)):
            return self
        if len(self.step.right) == 1:
            return replace(self, options=frozenset({option}))
        return replace(self, options=self.options ^ {option})

    def citing(self, place: int) -> "Walk":
        """Choose a provision, or take it back."""
        if self.step is None or self.compared or place not in range(len(self.step.provisions)):
            return self
        return replace(self, cited=self.cited ^ {self.step.provisions[place]})

    def submitted(self) -> "Walk":
        """Compare with the key, once something of each is chosen."""
        if self.step is None or self.compared or not self.options or not self.cited:
            return self
        compared = compare(self.step, self.options, self.cited)
        return replace(self, compared=compared, done=(*self.done, compared.is_whole))

    def advanced(self) -> "Walk":
        """Go on to the next step."""
        return Walk(drill=self.drill, at=self.at + 1, done=self.done) if self.compared else self
