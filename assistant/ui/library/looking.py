"""How one looks at the library: which view, which page, by what it is sorted."""

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from assistant.browsing import Order, SortKey

View = Literal["shelf", "checks", "lineage"]
VIEWS: tuple[View, ...] = get_args(View)
SORT_KEYS: tuple[SortKey, ...] = get_args(SortKey)
PAGE = 25
"""Documents on one page of the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """The state of the tab, beside the filters themselves."""

    view: View = "shelf"
    page: int = 0
    """From 0; may lie behind the last one after the filters changed."""
    order: Order = field(default_factory=Order)


def pages(documents: int) -> int:
    """Return how many pages documents fill; one at least."""
    return max(1, -(-documents // PAGE))


def wished(looking: Looking, wish: str) -> Looking:
    """Follow a button: `view NAME`, `page NUMBER` or `sort COLUMN`; the wish comes from the browser."""
    kind, _, value = wish.partition(" ")
    if kind == "view":
        view = next((view for view in VIEWS if view == value), looking.view)
        return replace(looking, view=view, page=0)
    if kind == "page" and value.isdecimal():
        return replace(looking, page=int(value[:6]))
    if kind == "sort":
        key = next((key for key in SORT_KEYS if key == value), None)
        if key is not None:
            # The latest first is what one looks for; names begin at the beginning.
            falls = not looking.order.falls if key == looking.order.key else key == "issued"
            return replace(looking, order=Order(key=key, falls=falls), page=0)
    return looking
