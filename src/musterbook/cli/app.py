"""The command line: what commands there are, and how a run ends.

In: arguments. Out: an exit code that scripts can use: 0 done, 1 done with problems,
2 misuse. A command's module is imported only when it is called, so that ``--help``
answers at once.
"""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from musterbook.errors import MusterbookError

if TYPE_CHECKING:
    from musterbook.cli.screen import Screen

COMMANDS: dict[str, tuple[str, str]] = {
    "add": ("adding", "Read files and folders into the book."),
    "read": ("reading", "Read files and print their claims; no book is touched."),
    "claims": ("claims", "List claims."),
    "show": ("claims", "Show a claim with its words in their paragraph, and its document."),
    "search": ("claims", "Search readings and quotes."),
    "findings": ("findings", "What the reports say, by region and slot, rivals side by side."),
    "conflicts": ("conflicts", "Where reports differ, and whether it is a real conflict."),
    "region": ("region", "One region, or all: state, units, duties, pay, terms, officials."),
    "law": ("law", "Legal instruments with their stages, and which version of a rule held."),
    "headquarters": ("headquarters", "Defence headquarters that exist or are proposed, and their remit."),
    "officials": ("officials", "Holders of public office who joined, left, returned or could not join."),
    "orders": ("orders", "Who ordered whom to recruit or report, about which groups, how often."),
    "whatif": ("whatif", "Run a plan forward week by week: bands by region, and what drives them."),
    "terms": ("terms", "What somebody is owed, must repay, how long and where he may serve, whether he may join."),
    "lineage": ("lineage", "Where a document comes from, and on what evidence; confirm, reject, set, undo."),
    "sources": ("sources", "Who publishes: kinds, reliability, echoes, who was first."),
    "entities": ("entities", "Who and what is named, under which names; which names are one."),
    "diff": ("changes", "What has changed since a date."),
    "ledger": ("ledger", "Counts by region, group and week, from tables: add, show, gaps, check, guess."),
    "report": ("reporting", "Write the book's report as one page."),
    "problems": ("checking", "What could not be read, and why."),
    "verify": ("checking", "Re-hash captures and re-read every quote in place."),
    "export": ("moving", "Write the book as JSON lines."),
    "import": ("moving", "Take in what `export --whole` wrote."),
    "score": ("reading", "Hold predicted claims against gold claims."),
    "completion": ("completion", "Print the set-up for a shell's completion."),
}
"""Name → (module in this package, one line of help). Adding a command is a line here and a file."""


STOPPED = 130
"""Exit code after Ctrl-C, as shells have it: 128 and the number of the signal."""


def _keep_lines(command: click.Command) -> None:
    r"""Make the words ``\b`` above a paragraph of a raw docstring click's own sign that its lines stay as they are."""
    command.help = command.help and command.help.replace("\\b\n", "\b\n")


def _settled(ctx: click.Context, option: click.Parameter, value: Any) -> None:
    """Set out a run's screen anew where an option of every run is given; the one nearest to the command holds."""
    if value:
        given: dict[str, Any] = ctx.meta.setdefault(__name__, {})
        given[str(option.name)] = value
        ctx.obj = _screen(**given)


def _screen(*, book: str | None = None, as_json: bool = False, quiet: bool = False) -> Screen:
    from musterbook import kept
    from musterbook.cli.screen import Screen
    from musterbook.settings import read_settings

    settings = read_settings(os.environ, book=book, log="json" if as_json else None)
    kept.keep_in(Path(settings.cache) if settings.cache else None)
    return Screen(settings, quiet=quiet)


def _given(*names: str, **more: Any) -> click.Option:
    return click.Option(names, expose_value=False, callback=_settled, **more)


EVERYWHERE = (
    _given("--book", metavar="PATH", help="The book: a file or a postgresql:// address. [./musterbook.db]"),
    _given("--json", "as_json", is_flag=True, help="Log as JSON, one object a line, on standard error."),
    _given("--quiet", "-q", is_flag=True, help="No progress and no summary on standard error."),
)
"""The options of every run, which may stand before the command or after it."""


def _take_everywhere(command: click.Command) -> None:
    """Let a command, and those within it, take the options of every run."""
    command.params += [option for option in EVERYWHERE if option not in command.params]
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _take_everywhere(inner)


class LazyGroup(click.Group):
    """A group that imports a command's module when it is asked for."""

    def __init__(self, *args: Any, **given: Any) -> None:
        """Take what any group takes."""
        super().__init__(*args, **given)
        _keep_lines(self)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One command, imported."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"musterbook.cli.{COMMANDS[cmd_name][0]}")
        command: click.Command = getattr(module, f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name)
        _keep_lines(command)
        _take_everywhere(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is asked for, or an error that names those like it."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            near = get_close_matches(args[0], COMMANDS, n=2)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are: {', '.join(COMMANDS)}"
            ctx.fail(f"there is no command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where whoever reads its output has seen enough, that is no fault."""
        from musterbook.cli.screen import complain

        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            return 0
        except (MusterbookError, click.UsageError, OSError) as fault:
            if not _logs_json(ctx):
                raise
            complain(_words_of(fault), as_json=True)
            return 2
        return result

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="musterbook", prog_name="musterbook")
@click.pass_context
def musterbook(ctx: click.Context) -> None:
    r"""Keeps the book on a state's reserve: every statement with the words it stands on.

    \b
    Start with:  musterbook add ./reports --manifest reports.jsonl
    Then ask:    musterbook findings
                 musterbook claims --region RU-BEL --type pay.amount
                 musterbook report -o report.html

    Exit codes: 0 done, 1 done with problems (see `musterbook problems`), 2 misuse, 130 stopped.
    """
    ctx.obj = ctx.obj or _screen()


musterbook.params += EVERYWHERE


def main(arguments: list[str] | None = None) -> int:
    """Run a command line.

    Args:
        arguments: Without the program's name; None for those of the process.

    Returns:
        The exit code.
    """
    from musterbook import kept
    from musterbook.settings import cache_folder

    kept.keep_in(cache_folder(os.environ))  # before the modules whose expressions are kept
    try:
        return _run(arguments)
    finally:
        expressions = sys.modules.get("musterbook.expressions")  # the help of a command needs none
        if expressions is not None:
            expressions.lay_down()


def _logs_json(ctx: click.Context) -> bool:
    """Whether a run tells on standard error in JSON: asked for before or after the command, or by the settings."""
    given = ctx.meta.get(__name__, {}).get("as_json")
    return bool(given) or (ctx.obj is not None and ctx.obj.settings.log == "json")


def _words_of(fault: Exception) -> str:
    """What is wrong and what to do, of a fault of use or of the machine."""
    if isinstance(fault, click.ClickException):
        return fault.format_message()
    if not isinstance(fault, OSError):
        return str(fault)
    if fault.filename is None:  # only what a run prints has no name
        _drop_output()
        return f"the output cannot be written ({fault.strerror}); make room or send it elsewhere, and run again"
    return f"{fault.filename}: {fault.strerror}; check the path and the disk"


def _drop_output() -> None:
    """Let nothing more be written to standard output, which takes nothing more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: list[str] | None) -> int:
    from musterbook.cli.screen import complain, write_utf8

    write_utf8()
    try:
        result: Any = musterbook.main(args=arguments, prog_name="musterbook", standalone_mode=False)
    except click.exceptions.Abort:
        complain("stopped; what was written before is kept: run it again to go on")
        return STOPPED
    except click.ClickException as fault:
        fault.show()
        return 2
    except (MusterbookError, OSError) as fault:
        complain(_words_of(fault))
        return 2
    return result if isinstance(result, int) else 0
