"""What the metadata of a document say, in the words of the page."""

from assistant.lineage import Tier, tier_of
from assistant.ui.texts import Texts
from index.corpus import Document


def level_name(document: Document, texts: Texts) -> str:
    """Name the level; empty where it is not recorded."""
    tier = tier_of(document)
    return "" if tier is Tier.UNKNOWN else texts[f"library.level.{tier.value}"]


def status_name(document: Document, texts: Texts) -> str:
    """Name whether it is in force."""
    return texts[f"status.{document.status.value}"]


def origin_name(document: Document, texts: Texts) -> str:
    """Say whose words they are."""
    return texts[f"library.origin.{document.origin.value}"]
