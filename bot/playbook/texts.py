"""What a playbook says to people: both languages side by side, no longer than its place on a phone."""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1000)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{0,31}$")]


class Part(BaseModel):
    """Any piece of a playbook: nothing unknown in it, nothing changed after it was read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Part):
    """One thing said in both languages."""

    en: Words
    zh: Words

    def of(self, language: str) -> str:
        """The words for a reader of this language: Chinese for zh and its variants, else English."""
        return self.zh if language.lower().startswith("zh") else self.en


@dataclass(frozen=True)
class AtMost:
    """Holds a text to what its place on a phone has room for."""

    limit: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, text: Text) -> Text:
        for language, words in (("en", text.en), ("zh", text.zh)):
            if len(words) > self.limit:
                says = f"is {len(words)} characters long; at most {self.limit} fit here"
                raise PydanticCustomError("too_long_here", "{says}", {"says": says, "inside": language})
        return text


Name = Annotated[Text, AtMost(20)]
Label = Annotated[Text, AtMost(40)]
Title = Annotated[Text, AtMost(60)]
Ask = Annotated[Text, AtMost(200)]
Say = Annotated[Text, AtMost(400)]
