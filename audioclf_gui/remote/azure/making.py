"""What a job needs in a workspace before it can run: computers, and the packages on them."""

from collections.abc import Mapping
from dataclasses import dataclass

from audioclf_gui.core.text import Text
from audioclf_gui.remote.azure.account import account_of
from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import named
from audioclf_gui.remote.azure.program import ENVIRONMENT, IMAGE, conda_of, environment_version


@dataclass(frozen=True, slots=True)
class Computers:
    """A cluster of Azure ML that has no node, and costs nothing, while nothing is to be done."""

    size: str = "Standard_DS3_v2"
    most_nodes: int = 1
    idle_s: int = 300  # so long a node stays once it has nothing to do
    is_low_priority: bool = False  # cheaper, and taken away when somebody pays more


@dataclass(frozen=True, slots=True)
class Made:
    """Something that is in the workspace now, or would be."""

    kind: str
    name: str
    is_new: bool
    facts: Mapping[str, object]
    cost: Text | None = None


def cost_of(wanted: Computers) -> Text:
    """How to reckon what computers cost; the prices change and differ by region, so none is told."""
    return Text(
        "It costs the price of {size} in your region × hours × nodes at work, of which there are 0 to {most};"
        " a node is paid from its start until {idle} s after its last job, and 0 nodes cost nothing.",
        size=wanted.size,
        most=wanted.most_nodes,
        idle=wanted.idle_s,
    )


def make_compute(place: Place, wanted: Computers, *, dry_run: bool = False) -> Made:
    """Have the cluster of the place; one that is there already is taken as it is.

    Raises
    ------
    UserError
        If Azure refuses it: no quota, no such computers in the region, no right to.
    """
    account = account_of(place)
    facts: dict[str, object] = {
        "size": wanted.size,
        "least nodes": 0,
        "most nodes": wanted.most_nodes,
        "idle seconds": wanted.idle_s,
        "priority": "low" if wanted.is_low_priority else "dedicated",
    }
    known = account.found(lambda: account.client.compute.get(place.compute))
    if known is not None:
        as_it_is = {"size": known.size, "least nodes": known.min_instances, "most nodes": known.max_instances}
        return Made("compute", place.compute, is_new=False, facts=as_it_is)
    if not dry_run:
        cluster = azure("ai.ml.entities").AmlCompute(
            name=place.compute,
            size=wanted.size,
            location=place.location or None,
            min_instances=0,
            max_instances=wanted.most_nodes,
            idle_time_before_scale_down=wanted.idle_s,
            tier="low_priority" if wanted.is_low_priority else "dedicated",
        )
        with named(place):
            account.client.compute.begin_create_or_update(cluster).result()
    return Made("compute", place.compute, is_new=True, facts=facts, cost=cost_of(wanted))


def make_environment(place: Place, *, dry_run: bool = False) -> Made:
    """Have the packages of this version of the program on the computers; UserError if Azure refuses it.

    Its version is named by what is in it, so that one that is there is the same.
    """
    account, version = account_of(place), environment_version()
    facts: dict[str, object] = {"version": version, "image": IMAGE, "packages": conda_of()["dependencies"]}
    known = account.found(lambda: account.client.environments.get(ENVIRONMENT, version))
    if known is None and not dry_run:
        wanted = azure("ai.ml.entities").Environment(
            name=ENVIRONMENT, version=version, image=IMAGE, conda_file=conda_of()
        )
        with named(place):
            account.client.environments.create_or_update(wanted)
    return Made("environment", ENVIRONMENT, is_new=known is None, facts=facts)
