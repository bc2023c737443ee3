"""The look of Gradio's own components; the page's own HTML is styled in page.css."""

from gradio.themes import Base, Color

FONTS = (
    "system-ui",
    "-apple-system",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "sans-serif",
)
"""Fonts of the office's own systems; nothing is fetched."""

INK = Color(
    name="ink",
    c50="#f2f6fa", c100="#e1eaf3", c200="#c3d4e6", c300="#97b4d1", c400="#5f8ab5", c500="#34699b",
    c600="#1f4e79", c700="#1a4268", c800="#163654", c900="#122b42", c950="#0c1d2e",
)  # fmt: skip
STONE = Color(
    name="stone",
    c50="#f7f8fa", c100="#eff1f4", c200="#dfe3e8", c300="#c6ccd4", c400="#97a0ac", c500="#6a7481",
    c600="#4d5662", c700="#3a424c", c800="#262c34", c900="#1a1f26", c950="#12161b",
)  # fmt: skip

QUIET_WORDS = ("body_text_color_subdued", "block_title_text_color", "block_info_text_color", "input_placeholder_color")
QUIET_SHADES = {"": "*neutral_600", "_dark": "*neutral_300"}
"""Gradio's own are too faint to be read on every background of the page."""


def office_theme() -> Base:
    """Return a calm theme in dark blue and grey."""
    theme = Base(primary_hue=INK, secondary_hue=INK, neutral_hue=STONE, font=FONTS, font_mono=FONTS)
    return theme.set(
        body_background_fill="*neutral_100",
        body_background_fill_dark="*neutral_950",
        button_primary_background_fill="*primary_600",
        button_primary_background_fill_hover="*primary_700",
        button_primary_text_color="white",
        input_background_fill="white",
        input_border_width="1px",
        input_border_color="*neutral_300",
        input_border_color_dark="*neutral_600",
        input_border_color_focus="*primary_600",
        block_border_width="0px",
        block_background_fill="transparent",
        block_background_fill_dark="transparent",
        **{f"{what}{dark}": shade for what in QUIET_WORDS for dark, shade in QUIET_SHADES.items()},
    )
