"""One step of the catalogue in the project file: its rows and its line in the journal, in one transaction."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from audioclf_gui.core import history
from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.history import Move
from audioclf_gui.core.naming import check_names
from audioclf_gui.core.store import journal
from audioclf_gui.core.store.catalogue import write_change
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import AppliedChange, CatalogueView, applied


def write_step(
    connection: sqlite3.Connection, what: Text, done: AppliedChange, *, continuing: bool = False
) -> None:
    """Write a change with its entry in the journal; part of the caller's transaction.

    Parameters
    ----------
    continuing
        It belongs to the step before, if that is called the same and stands.
    """
    check_names(done.view.classes)
    write_change(connection, done.after, done.differences)
    journal.write_edit(connection, what, done, continuing=continuing)


def write_move(connection: sqlite3.Connection, view: CatalogueView, move: Move) -> AppliedChange:
    """Undo or redo edits; part of the caller's transaction."""
    change = Change()
    labels, clips = dict(view.labels_by_clip), dict(view.clips_by_id)
    for edit in move.steps:
        sides = journal.read_sides(connection, edit)
        for before, after in reversed(sides) if move.undone else sides:
            taken, put = (after, before) if move.undone else (before, after)
            step = history.swap(labels, clips, taken, put, edit.what)
            change = change.then(step)
            labels.update(step.labels)
            clips.update(step.clips)
    done = applied(view, change)
    write_change(connection, done.after, done.differences)
    journal.mark(connection, move.steps, undone=move.undone)
    return done


@contextmanager
def no_class_missing(what: Text) -> Iterator[None]:
    """UserError where the file finds, at the end of the transaction, labels without their class."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise UserError(
            Text("“{what}” was not done: a label would be left without its class", what=what),
            remedy=Text("Delete or merge the class together with its labels."),
        ) from error
