"""The dataset on the command line: ``python -m bodymap COMMAND``; ``--help`` names the commands.

Exit status: 0 fine, 1 the data has problems, 2 the question could not be understood.
"""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Sequence

from bodymap.body.geometry import ChartError
from bodymap.commands.parser import parser
from bodymap.commands.question import QuestionError
from bodymap.problems import on_one_line
from bodymap.read.load import DataProblems
from bodymap.read.skeleton import SkeletonError
from bodymap.tell.cards.package import NoGenankiError
from bodymap.tell.export.files import ExportError
from bodymap.tell.site.addresses import AddressError
from bodymap.tell.site.write import FolderError


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command and return the exit status. Answers go to stdout, complaints to stderr."""
    options = parser().parse_args(arguments)
    try:
        _readable(options)
        return _answer(options)
    except (
        QuestionError, SkeletonError, ChartError, AddressError, FolderError, NoGenankiError, ExportError,
    ) as error:  # fmt: skip
        return _refuse(str(error))
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        return _refuse(f"the output encoding {error.encoding} has no {letter!a}; set PYTHONIOENCODING=utf-8")
    except BrokenPipeError:
        raise
    except OSError as error:
        return _refuse(_failed(error))


def _answer(options: argparse.Namespace) -> int:
    try:
        print(options.answer(options), flush=True)
    except DataProblems as problems:
        print(problems, file=sys.stdout if options.command == "check" else sys.stderr, flush=True)
        return 1
    return 0


def _refuse(why: str) -> int:
    print(f"bodymap: {on_one_line(why)}", file=sys.stderr)
    return 2


def _failed(error: OSError) -> str:
    """``data/regions.yaml: Permission denied``, with an over-long name cut."""
    name = str(error.filename) if error.filename is not None else "the output"
    return f"{name if len(name) <= 100 else name[:100] + '...'}: {error.strerror or error}"


def _readable(options: argparse.Namespace) -> None:
    """Refuse what no command can answer: a data folder that is none, and words that are not text."""
    if not stat.S_ISDIR(options.data.stat().st_mode):
        raise QuestionError(f"{options.data}: is not a folder")
    for value in vars(options).values():
        for word in value if isinstance(value, list) else [value]:
            if isinstance(word, str) and any("\ud800" <= letter <= "\udfff" for letter in word):
                raise QuestionError(f"{word!a} holds bytes that are not UTF-8 text; type it again")


def _run() -> int:
    """As ``main``, quiet when the reader of the output leaves early (``| head``)."""
    try:
        status = main()
    except BrokenPipeError:
        status = 0
    try:
        if sys.stdout is not None:  # as it is for a process that was given no output
            sys.stdout.flush()
    except OSError:  # said already; what is left in the buffer must not be tried again at the end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


if __name__ == "__main__":
    sys.exit(_run())
