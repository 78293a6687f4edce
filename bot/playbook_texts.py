"""What a playbook says to people: both languages side by side, no longer than its place on a phone."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

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


def _at_most(limit: int) -> AfterValidator:
    """Hold a text to what its place on a phone has room for."""

    def check(text: Text) -> Text:
        for language, words in (("en", text.en), ("zh", text.zh)):
            if len(words) > limit:
                says = f"is {len(words)} characters long; at most {limit} fit here"
                raise PydanticCustomError("too_long_here", "{says}", {"says": says, "inside": language})
        return text

    return AfterValidator(check)


Name = Annotated[Text, _at_most(20)]
Label = Annotated[Text, _at_most(40)]
Title = Annotated[Text, _at_most(60)]
Ask = Annotated[Text, _at_most(200)]
Say = Annotated[Text, _at_most(400)]
