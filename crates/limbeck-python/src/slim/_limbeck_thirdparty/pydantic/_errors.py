"""Errors of pydantic and pydantic-settings. They never show values: a setting may be a password."""


class PydanticUserError(TypeError):
    pass


class SettingsError(ValueError):
    pass


class ValidationError(ValueError):
    """Some fields are missing or wrong. `title` is the model's name."""

    __module__ = "pydantic_core._pydantic_core"

    def __init__(self, title, problems):
        self.title, self._problems = title, problems
        count = len(problems)
        lines = [f"{count} validation error{'' if count == 1 else 's'} for {title}"]
        for problem in problems:
            lines.append(".".join(str(part) for part in problem["loc"]))
            lines.append(f"  {problem['msg']} [type={problem['type']}]")
        super().__init__("\n".join(lines))

    def errors(self, **kwargs):
        return [dict(problem) for problem in self._problems]

    def error_count(self):
        return len(self._problems)


class Bad(Exception):
    """A value that a field does not take: problems as (place, kind, message)."""

    def __init__(self, kind, message, value=None):
        self.problems = [((), kind, message, value)]

    @classmethod
    def of(cls, problems):
        made = cls("", "")
        made.problems = problems
        return made

    def below(self, *place):
        return [((*place, *at), kind, message, value) for at, kind, message, value in self.problems]


class Unknown(Exception):
    """A type or rule that is not known here. A field that has it refuses when it is read."""
