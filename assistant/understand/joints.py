"""What joins the names of several things: 补正和答复, 就业以及扶贫."""

JOINS = "和与跟及、"
JOINT = f"(?:以及|[{JOINS}])"
