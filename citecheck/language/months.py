"""Names of months and seasons, folded, in the languages that lists are written in.

Sources: the ``month-*`` and ``season-*`` terms of the CSL 1.0.2 locales, with the usual
abbreviations. Keys are forms that ``folding.fold`` returns, without a final point.
"""

from functools import cache

_FULL = """
january february march april may june july august september october november december
januar februar marz april mai juni juli august september oktober november dezember
janner feber maerz april mai juni juli august september oktober november dezember
januari februari maart april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar mars april mai juni juli august september oktober november desember
janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia
styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien
ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
январь февраль март апрель маи июнь июль август сентябрь октябрь ноябрь декабрь
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta
lokakuuta marraskuuta joulukuuta
ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik
januar februar marcius aprilis majus junius julius augusztus szeptember oktober november december
gener febrer marc abril maig juny juliol agost setembre octubre novembre desembre
一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月
"""
_SHORT = """
jan feb mar apr may jun jul aug sep oct nov dec
jan feb marz apr mai juni juli aug sept okt nov dez
janv fev mars avr mai juin juil aout sept oct nov dec
ene febr mzo abr mayo jun jul ago set oct nov dic
jan fev mar abr mai jun jul ago set out nov dez
gen febbr mar apr mag giu lug ago sett ott nov dic
янв февр мар апр мая июн июл авг сент окт нояб дек
янв фев март апр маи июня июля авг сен окт ноя дек
sty lut marz kwi maj cze lip sie wrz paz lis gru
jan feb mrt apr mei juni juli aug sept okt nov dec
jan feb mars apr mai juni juli aug sep okt nov des
"""
_SEASONS = (
    "spring fruhling fruhjahr printemps primavera lente voorjaar var wiosna весна",
    "summer sommer ete verano verao estate zomer lato лето",
    "autumn fall herbst automne otono outono autunno herfst host jesien осень",
    "winter hiver invierno inverno vinter zima зима",
)


@cache
def months() -> dict[str, int]:
    """Folded name or abbreviation of a month, to its number from 1 to 12."""
    table: dict[str, int] = {}
    for names in (_FULL.split(), _SHORT.split()):
        for index, name in enumerate(names):
            table.setdefault(name, index % 12 + 1)
    return table


@cache
def seasons() -> dict[str, int]:
    """Folded name of a season, to its CSL number: 1 spring, 2 summer, 3 autumn, 4 winter."""
    return {name: n for n, names in enumerate(_SEASONS, start=1) for name in names.split()}
