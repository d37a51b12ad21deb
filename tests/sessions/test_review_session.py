from dataclasses import replace

import pytest

from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.report import REGRESSION
from audioclf_gui.core.run import Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.gui.review.queue import Order, ReviewVerdict, Show
from audioclf_gui.gui.review.session import ReviewProgress, ReviewSession, why_empty
from audioclf_gui.jobs.edit_clips import edit_clips
from audioclf_gui.jobs.writing import carry_out

OPEN, ACCEPTED, REJECTED, RELABELLED = ReviewVerdict


class Reviewer:
    """A session on a project, with names instead of ids."""

    def __init__(self, project):
        self.project = project
        self.session = ReviewSession()
        self.run = project.runs.next("fast", {})
        project.runs.put(self.run)
        self.clips = {clip.name.removesuffix(".wav"): clip.id for clip in self.view.clips}
        self.classes = {existing.name: existing for existing in self.view.classes}

    @property
    def view(self):
        return self.project.catalogue.view

    @property
    def names(self):
        return [self.view.clip(entry.clip_id).name.removesuffix(".wav") for entry in self.session.entries]

    def suggest(self, **scores):
        """c0=("dog", 0.7): as a model would."""
        self.project.suggestions.put(
            [
                SuggestionDetail(
                    Suggestion(self.clips[name], self.run.id, self.classes[label].id, score), {}, ()
                )
                for name, (label, score) in scores.items()
            ]
        )

    def suggest_set(self, name, *labels):
        """As a model of sets would, the likeliest class first."""
        first, *others = (self.classes[label].id for label in labels)
        suggestion = Suggestion(self.clips[name], self.run.id, first, 0.9, tuple(others))
        self.project.suggestions.put([SuggestionDetail(suggestion, {}, ())])

    def toggle(self, name, label):
        self.make(self.session.toggle(self.view, self.entry(name), self.classes[label]))

    def begin(self, show=Show.SUGGESTIONS, order=Order.LEAST_CERTAIN, label=None):
        self.session.begin(self.view, show, order, None if label is None else self.classes[label].id)

    def entry(self, name):
        return self.session.entries[self.session.place(self.clips[name])]

    def make(self, edit):
        """Write an edit, as the window does."""
        self.project.catalogue.apply(edit.what, edit.change)
        self.session.judge(self.view, edit.change.labels.keys() | edit.change.rejected.keys())

    def edit(self, request):
        """Edit many clips, as the window does."""
        carry_out(edit_clips(request, self.project.view()), self.project)
        self.session.judge(self.view, request.classes)

    def label(self, name):
        names = {existing.id: known for known, existing in self.classes.items()}
        return "+".join(names[one] for one in whole_clip_classes(self.view.labels(self.clips[name])))

    def verdict(self, name):
        return self.session.verdict(self.entry(name))


@pytest.fixture
def reviewer(project):
    reviewer = Reviewer(project)
    reviewer.suggest(
        c0=("dog", 0.9), c1=("rain", 0.4), c2=("dog", 0.6), dog0=("rain", 0.8), dog1=("dog", 0.7)
    )
    return reviewer


@pytest.mark.parametrize(
    ("show", "order", "expected"),
    [
        (Show.SUGGESTIONS, Order.LEAST_CERTAIN, ["c1", "c2", "c0"]),
        (Show.SUGGESTIONS, Order.MOST_CERTAIN, ["c0", "c2", "c1"]),
        (Show.SUGGESTIONS, Order.NAME, ["c0", "c1", "c2"]),
        (Show.DISAGREEMENTS, Order.NAME, ["dog0"]),
        (Show.UNLABELLED, Order.NAME, ["c0", "c1", "c2", "c3", "c4", "c5"]),
        (Show.UNLABELLED, Order.LEAST_CERTAIN, ["c1", "c2", "c0", "c3", "c4", "c5"]),
        (Show.GIVEN, Order.GIVEN, ["rain0", "c0"]),
    ],
)
def test_a_queue_holds_what_was_asked_for_in_its_order(reviewer, show, order, expected):
    reviewer.session.hand_over([reviewer.clips["rain0"], reviewer.clips["c0"]])
    reviewer.begin(show, order)
    assert reviewer.names == expected
    assert reviewer.session.progress == ReviewProgress(len(expected), 0, 0, 0)


def test_one_class_narrows_the_queue_but_not_the_numbers_of_the_choice(reviewer):
    reviewer.begin(label="dog")
    assert reviewer.names == ["c2", "c0"]
    assert reviewer.session.proposals == {reviewer.classes["dog"].id: 2, reviewer.classes["rain"].id: 1}


def test_a_class_that_is_gone_narrows_nothing(reviewer):
    reviewer.session.begin(reviewer.view, Show.SUGGESTIONS, Order.NAME, class_id=4711)
    assert reviewer.names == ["c0", "c1", "c2"]


def test_each_decision_is_an_edit_with_words_and_a_verdict(reviewer):
    session, view = reviewer.session, reviewer.view
    reviewer.begin()
    edits = [
        session.accept(view, reviewer.entry("c0")),
        session.reject(view, reviewer.entry("c1")),
        session.give(view, reviewer.entry("c2"), reviewer.classes["rain"]),
    ]
    assert [str(edit.what) for edit in edits] == ["accept dog", "reject rain", "label rain"]
    assert session.progress == ReviewProgress(3, 0, 0, 0), "nothing is decided before it is written"
    for edit in edits:
        reviewer.make(edit)
    assert [reviewer.verdict(name) for name in ("c0", "c1", "c2")] == [ACCEPTED, REJECTED, RELABELLED]
    assert [reviewer.label(name) for name in ("c0", "c1", "c2")] == ["dog", "", "rain"]
    assert session.progress == ReviewProgress(3, 1, 1, 1)


def test_a_rejected_class_that_is_accepted_after_all_is_no_longer_ruled_out(reviewer):
    reviewer.begin()
    reviewer.make(reviewer.session.reject(reviewer.view, reviewer.entry("c0")))
    reviewer.make(reviewer.session.accept(reviewer.view, reviewer.entry("c0")))
    assert reviewer.verdict("c0") is ACCEPTED
    assert not reviewer.view.rejected(reviewer.clips["c0"])


def test_what_is_right_already_is_confirmed_without_an_edit(reviewer):
    reviewer.session.hand_over([reviewer.clips["dog1"]])
    reviewer.begin(Show.GIVEN)
    assert reviewer.session.accept(reviewer.view, reviewer.entry("dog1")) is None
    assert reviewer.verdict("dog1") is ACCEPTED
    reviewer.make(reviewer.session.reject(reviewer.view, reviewer.entry("dog1")))
    assert reviewer.verdict("dog1") is REJECTED
    reviewer.begin(Show.GIVEN)
    assert reviewer.session.accept(reviewer.view, reviewer.entry("dog1")) is not None


def test_a_page_is_accepted_as_one_edit_of_what_is_open_and_proposed(reviewer):
    session = reviewer.session
    reviewer.begin(Show.UNLABELLED)
    reviewer.make(session.reject(reviewer.view, reviewer.entry("c2")))
    entries = session.open_proposals(range(4))
    assert [reviewer.view.clip(entry.clip_id).name for entry in entries] == ["c1.wav", "c0.wav"]
    reviewer.edit(session.accept_all(reviewer.view, entries))
    assert [reviewer.label(name) for name in ("c0", "c1", "c2", "c3")] == ["dog", "rain", "", ""]
    assert not session.open_proposals(range(4))


def test_a_page_with_one_open_proposal_is_counted_as_one(reviewer):
    reviewer.begin()
    reviewer.edit(reviewer.session.accept_all(reviewer.view, [reviewer.entry("c0")]))
    assert str(reviewer.project.catalogue.undoable.what) == "accept 1 suggestion"


def test_a_page_of_confirmed_clips_needs_no_edit(reviewer):
    reviewer.session.hand_over([reviewer.clips["dog1"], reviewer.clips["rain0"]])
    reviewer.begin(Show.GIVEN, Order.GIVEN)
    assert reviewer.session.accept_all(reviewer.view, reviewer.session.entries) is None
    assert reviewer.session.progress == ReviewProgress(2, 2, 0, 0)


def test_what_a_label_is_taken_from_is_open_again(reviewer):
    reviewer.begin()
    reviewer.make(reviewer.session.accept(reviewer.view, reviewer.entry("c0")))
    assert reviewer.session.has_begun
    clip_id = reviewer.clips["c0"]
    reviewer.project.catalogue.apply(Text("clear"), Change(labels={clip_id: ()}))
    reviewer.session.judge(reviewer.view, {clip_id, reviewer.clips["rain0"]})
    assert reviewer.verdict("c0") is OPEN
    assert not reviewer.session.has_begun


def test_a_queue_is_kept_while_somebody_is_in_it_or_it_was_handed_over(reviewer):
    reviewer.begin()
    assert not reviewer.session.keeps_its_queue
    reviewer.make(reviewer.session.accept(reviewer.view, reviewer.entry("c0")))
    assert reviewer.session.keeps_its_queue
    reviewer.begin()
    assert not reviewer.session.keeps_its_queue, "a new queue is a new beginning"
    reviewer.session.hand_over([reviewer.clips["c1"]])
    reviewer.begin(Show.GIVEN)
    assert reviewer.session.keeps_its_queue


def test_a_clip_that_was_removed_is_not_handed_over(reviewer):
    from audioclf_gui.core.edits import remove_clips

    reviewer.session.hand_over([reviewer.clips["c0"], reviewer.clips["c1"]])
    reviewer.project.catalogue.apply(Text("remove"), remove_clips(reviewer.view, [reviewer.clips["c0"]]))
    reviewer.begin(Show.GIVEN, Order.GIVEN)
    assert reviewer.names == ["c1"]
    assert reviewer.session.place(reviewer.clips["c0"]) is None


@pytest.mark.parametrize(
    ("show", "has_model", "words"),
    [
        (Show.SUGGESTIONS, False, "Train a model first"),
        (Show.SUGGESTIONS, True, "Every clip with a suggestion has a label"),
        (Show.DISAGREEMENTS, False, "Train a model first"),
        (Show.DISAGREEMENTS, True, "The model agrees"),
        (Show.UNLABELLED, False, "Every clip is labelled"),
        (Show.GIVEN, True, "None of these clips"),
    ],
)
def test_an_empty_queue_says_why(project, show, has_model, words):
    reviewer = Reviewer(project)
    if has_model:
        reviewer.suggest(c0=("dog", 0.5))
    assert str(why_empty(reviewer.view, show, ())).startswith(words)


@pytest.mark.parametrize("show", [Show.SUGGESTIONS, Show.DISAGREEMENTS])
def test_an_empty_queue_of_a_model_that_was_not_asked_yet_says_how_to_ask_it(project, show):
    reviewer = Reviewer(project)
    run = project.runs.next("forest", {})
    assert "Suggest labels now" in str(why_empty(reviewer.view, show, (run,)))
    of_numbers = replace(run, report={"objective": REGRESSION})
    assert str(why_empty(reviewer.view, show, (of_numbers,))).startswith("Train a model first")


def test_all_classes_of_a_set_are_accepted_at_once_and_rejected_at_once(reviewer):
    reviewer.suggest_set("c3", "dog", "rain")
    reviewer.suggest_set("c4", "dog", "rain")
    reviewer.begin()
    edit = reviewer.session.accept(reviewer.view, reviewer.entry("c3"))
    assert str(edit.what) == "accept dog, rain"
    reviewer.make(edit)
    reviewer.make(reviewer.session.reject(reviewer.view, reviewer.entry("c4")))
    assert [reviewer.label(name) for name in ("c3", "c4")] == ["dog+rain", ""]
    assert [reviewer.verdict(name) for name in ("c3", "c4")] == [ACCEPTED, REJECTED]
    assert len(reviewer.view.rejected(reviewer.clips["c4"])) == 2


def test_one_wrong_class_of_a_set_is_taken_away_and_a_missing_one_added(reviewer):
    reviewer.suggest_set("c3", "dog", "rain")
    reviewer.begin()
    reviewer.toggle("c3", "rain")
    assert (reviewer.label("c3"), reviewer.verdict("c3")) == ("dog", RELABELLED)
    reviewer.toggle("c0", "rain")
    assert (reviewer.label("c0"), reviewer.verdict("c0")) == ("dog+rain", RELABELLED)
    reviewer.toggle("c3", "rain")
    assert (reviewer.label("c3"), reviewer.verdict("c3")) == ("dog+rain", ACCEPTED)


def test_rejecting_a_class_beside_a_right_one_leaves_the_right_one(reviewer):
    reviewer.suggest_set("dog1", "dog", "rain")
    reviewer.begin(Show.DISAGREEMENTS, Order.NAME)
    assert reviewer.names == ["dog0", "dog1"]
    reviewer.make(reviewer.session.reject(reviewer.view, reviewer.entry("dog1")))
    assert (reviewer.label("dog1"), reviewer.verdict("dog1")) == ("dog", REJECTED)
    assert reviewer.view.rejected(reviewer.clips["dog1"]) == {reviewer.classes["rain"].id}


def test_a_label_that_a_set_lacks_is_upheld_without_an_edit_by_rejecting(reviewer):
    reviewer.begin()
    reviewer.toggle("c0", "rain")
    reviewer.begin(Show.DISAGREEMENTS, Order.NAME)
    assert reviewer.session.reject(reviewer.view, reviewer.entry("c0")) is None
    assert (reviewer.label("c0"), reviewer.verdict("c0")) == ("dog+rain", REJECTED)
    reviewer.make(reviewer.session.accept(reviewer.view, reviewer.entry("c0")))
    assert (reviewer.label("c0"), reviewer.verdict("c0")) == ("dog", ACCEPTED)


def test_a_set_counts_for_each_of_its_classes(reviewer):
    reviewer.suggest_set("c3", "dog", "rain")
    reviewer.begin(order=Order.NAME, label="rain")
    assert reviewer.names == ["c1", "c3"]
    assert reviewer.session.proposals == {reviewer.classes["dog"].id: 3, reviewer.classes["rain"].id: 2}
