"""`make bench`: every figure, peers beside it, and whether it was reached."""

import sys

from tests.bench import scenes
from tests.bench.actors import far


def main(names: list[str]) -> None:
    with far() as one:
        for scene in scenes.ALL:
            if not names or scene.__name__ in names:
                for figure in scene(one):
                    print(figure, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
