import pytest

from citecheck.rules.slugs import cut_tail, miswritten_word, slug_date, slug_words


@pytest.mark.parametrize(
    ("title", "url", "pair"),
    [
        (
            "A new polity for coastal towns",
            "https://example.org/2020/a-new-policy-for-coastal-towns",
            ("polity", "policy"),
        ),
        (
            "Trade and transit: Stalement at the border",
            "https://example.org/trade-and-transit-stalemate-border",
            ("stalement", "stalemate"),
        ),
        (
            "Ferries keep running despite strike",
            "https://example.org/x/harbour-says-ferries-keep-running-despite-strikes-2021-05-04/",
            ("strike", "strikes"),
        ),
    ],
)
def test_a_miswritten_word(title: str, url: str, pair: tuple[str, str]) -> None:
    assert miswritten_word(title, slug_words(url)) == pair


@pytest.mark.parametrize(
    ("title", "url"),
    [
        (
            "Living in an increasingly divided town",
            "https://a.org/living-increasingly-divided-town",
        ),
        (
            "Town’s people are still waiting",
            "https://a.org/town-people-still-waiting-for-mayor-jansen",
        ),
        (
            "Meeting on harbour programmes",
            "https://a.by/soveshchanie-po-voprosam-gavani-1673600105",
        ),
        ("Market almost a reality", "https://a.by/view/market-almost-a-reality-156008-2024/"),
        ("Town Is Fast Becoming a ‘Suburb’", "https://a.com/2023/06/22/town-suburb-mayor.html"),
        ("Russia and the ports of the north", "https://a.com/russian-ports-north"),
        ("A report", "https://a.com/index.php?id=3"),
        ("A report", "http://[broken"),
    ],
)
def test_slugs_that_shorten_or_paraphrase(title: str, url: str) -> None:
    assert miswritten_word(title, slug_words(url)) is None
    assert cut_tail(title, slug_words(url), frozenset()) == []


def test_a_title_cut_short() -> None:
    slug = slug_words("https://a.org/2022/01/voters-views-political-crisis")
    assert cut_tail("Voters' views on the political", slug, frozenset()) == ["crisis"]
    assert cut_tail("Voters' views on the political", slug, frozenset(("crisis",))) == []


@pytest.mark.parametrize(
    ("url", "year"),
    [
        ("https://a.com/world/some-title-2022-03-14/", 2022),
        ("https://a.com/2023/aug/23/some-title", 2023),
        ("https://a.com/2021/10/some-title", 2021),
        ("https://a.com/2021/06/22/x.html", 2021),
        ("https://a.com/wp-content/uploads/2019/05/x.pdf", None),
        ("https://a.com/action-plan-for-2024-2026", None),
        ("https://a.com/x-1673600105", None),
        ("https://a.com/news/2019", None),
        ("https://a.com/x-156008-2024/", None),
    ],
)
def test_dates_in_urls(url: str, year: int | None) -> None:
    date = slug_date(url)
    assert (date.year if date else None) == year
