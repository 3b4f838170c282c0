"""Letters of texts: what is not seen, does not print, or came by accident is refused, in words."""

from __future__ import annotations

import pytest

from bodymap.letters import letters, oddity

ODD = {
    "a blank before": (" Soleus", "begins or ends with a blank"),
    "a blank after": ("Soleus ", "begins or ends with a blank"),
    "a line break at the end": ("Soleus\n", "begins or ends with a blank"),
    "a space that does not break, at the end": ("Soleus\u00a0", "begins or ends with a blank"),
    "a line break": ("Sol\neus", "has a line break inside"),
    "a tab": ("Sol\teus", "holds U+0009 Without a name, which is not seen"),
    "a bell": ("Sol\x07eus", "holds U+0007 Without a name, which is not seen"),
    "an escape": ("\x1b[31mSoleus", "holds U+001B Without a name, which is not seen"),
    "a C1 control": ("Sol\x85eus", "holds U+0085 Without a name, which is not seen"),
    "right to left": ("Sol\u202eeus", "holds U+202E Right-to-left override, which is not seen"),
    "an isolate": ("Sol\u2066eus", "holds U+2066 Left-to-right isolate, which is not seen"),
    "zero width": ("Sol\u200beus", "holds U+200B Zero width space, which is not seen"),
    "a joiner": ("Sol\u200deus", "holds U+200D Zero width joiner, which is not seen"),
    "a byte order mark": ("Sol\ufeffeus", "holds U+FEFF Zero width no-break space, which is not seen"),
    "a soft hyphen": ("Sol\u00adeus", "holds U+00AD Soft hyphen, which is not seen"),
    "a space that does not break": ("Flexor\u00a0hallucis", "holds U+00A0 No-break space, which is not seen"),
    "a line separator": ("Sol\u2028eus", "holds U+2028 Line separator, which is not seen"),
    "a private letter": ("Sol\ue000eus", "holds U+E000 Without a name, which is not seen"),
    "no letter": ("Sol\uffffeus", "holds U+FFFF Without a name, which is not seen"),
    "a tag": ("Sol\U000e0041eus", "holds U+E0041 Tag latin capital letter a, which is not seen"),
    "curly quotes around it": ("\u201cSoleus\u201d", "holds the quote U+201C"),
    "German quotes": ("\u201eSoleus\u201c", "holds the quote U+201E"),
    "single curly quotes": ("\u2018Soleus\u2019", "holds the quote U+2018"),
    "a curly quote at the end": ("Soleus\u2019", "holds the quote U+2019"),
    "angled quotes": ("\u00abSoleus\u00bb", "holds the quote U+00AB"),
    "a merge mark": ("Soleus <<<<<<< HEAD", "holds `<<<<<<<`, the mark of an unfinished merge"),
    "a merge line": ("\u00e9 =======", "holds `=======`, the mark of an unfinished merge"),
    "read as another encoding": ("M\u00c3\u00bcller", "holds `\u00c3\u00bc`, a letter that was saved in an"),
    "a lost letter": ("M\ufffdller", "holds `\ufffd`, a letter that was saved in another encoding"),
    "an accent apart": ("Mu\u0308ller", "has a letter in two pieces"),
    "Japanese": ("\u65e5\u672c", "holds U+65E5 Cjk unified ideograph-65e5, which the report cannot print"),
    "an emoji": ("Soleus \U0001f9b5", "holds U+1F9B5 Leg, which the report cannot print"),
    "Arabic": ("\u0639\u0636\u0644\u0629", "which the report cannot print"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), ODD.values(), ids=ODD)
def test_an_odd_text_is_refused_in_words(text: str, said: str):
    odd = oddity(text)
    assert odd and said in odd.message
    assert len(odd.hint.split()) > 2


@pytest.mark.parametrize(
    "text",
    [
        "Soleus",
        'the runner\'s "stitch"',
        "Müller",
        "Łódź",
        "Plantaris (rare) – 7 %",
        "women’s",
        "Πόνος",
        "боль",
        "a | b",
    ],
)
def test_a_text_that_people_write_is_none(text: str):
    assert oddity(text) is None
    assert {ord(letter) for letter in text} - {32} <= letters()


def test_a_title_may_hold_quotes_that_belong_together_and_no_others():
    title = "What is a \u201ctrigger point\u201d to a runner"
    assert oddity(title, quotes=True) is None
    assert oddity(title) and oddity("What is a \u201ctrigger point", quotes=True)
    assert oddity("\u201cTrigger points\u201d", quotes=True)
