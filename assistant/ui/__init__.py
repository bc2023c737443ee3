"""The chat page: asks, shows the cited answer, and lays the provision beside it."""

from assistant import offline

# Gradio reads the environment when it is imported, so this stands before every other module of the page.
offline.enforce()
