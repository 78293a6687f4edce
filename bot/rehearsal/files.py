"""The bytes that were sent, by file id, within a bound: the oldest go first."""

import struct
from dataclasses import dataclass

from bot.rehearsal.refusals import Json

MOST_BYTES = 64 * 1024 * 1024
MOST_TO_DOWNLOAD = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class File:
    """One stored file; a photo is a file that is shown."""

    id: str
    name: str
    kind: str
    content: bytes

    @property
    def unique(self) -> str:
        return f"u{self.id}"

    @property
    def path(self) -> str:
        return f"{'photos' if self.is_picture else 'documents'}/{self.id}/{self.name}"

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")

    def document(self) -> Json:
        return {
            "file_id": self.id,
            "file_unique_id": self.unique,
            "file_name": self.name,
            "mime_type": self.kind,
            "file_size": len(self.content),
        }

    def photo(self) -> list[Json]:
        width, height = self.size()
        one = {"file_id": self.id, "file_unique_id": self.unique, "file_size": len(self.content)}
        return [one | {"width": width, "height": height}]

    def size(self) -> tuple[int, int]:
        """Width and height, read from a PNG; anything else is taken for 800 by 600."""
        if self.content[:8] == b"\x89PNG\r\n\x1a\n" and len(self.content) >= 24:
            width, height = struct.unpack(">II", self.content[16:24])
            return int(width), int(height)
        return 800, 600


class Cabinet:
    """All files of a world."""

    def __init__(self) -> None:
        self._files: dict[str, File] = {}
        self._count = 0

    def keep(self, name: str, kind: str, content: bytes) -> File:
        self._count += 1
        file = File(f"rehearsal-file-{self._count}", name.rsplit("/", 1)[-1] or "file", kind, content)
        self._files[file.id] = file
        while len(self._files) > 1 and sum(len(one.content) for one in self._files.values()) > MOST_BYTES:
            del self._files[next(iter(self._files))]
        return file

    def get(self, file_id: str) -> File | None:
        return self._files.get(file_id)

    def at(self, path: str) -> File | None:
        return next((one for one in self._files.values() if one.path == path), None)

    def clear(self) -> None:
        self._files.clear()
