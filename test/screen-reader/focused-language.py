"""Prints the language of the text field that has the focus, as a screen reader is told it."""

import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi


def find(node):
    """The field with the focus at or under an object, or None."""
    states = node.get_state_set()
    if states.contains(Atspi.StateType.FOCUSED) and states.contains(Atspi.StateType.EDITABLE):
        return node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        found = child and find(child)
        if found:
            return found
    return None


field = find(Atspi.get_desktop(0))
if not field:
    sys.exit("No field has the focus.")
attributes = dict(Atspi.Text.get_attribute_run(field, 0, True)[0])
print(attributes.get("language", ""))
