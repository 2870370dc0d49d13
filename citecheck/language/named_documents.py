"""Names that stand beside a year as an author's would: conferences, church documents, laws, and
products.
"""

from citecheck.language.folding import fold

# Conferences by the short names that they are known by, folded.
_CONFERENCES = frozenset(
    """
    neurips nips icml iclr aistats colt uai corl cvpr iccv eccv wacv bmvc accv acl emnlp naacl
    eacl aacl coling conll lrec semeval aaai ijcai ecai aamas icaps kdd ecml pkdd sdm sigir ecir
    cikm wsdm recsys iswc sigmod vldb icde edbt chi cscw uist ubicomp icmi siggraph eurographics
    eurovis interspeech icassp ismir icme miccai isbi icra iros usenix sosp osdi nsdi sigcomm
    infocom mobicom asplos hpca eurosys pldi popl oopsla ecoop icfp icse esec asiacrypt crypto
    eurocrypt ndss oakland stoc focs soda icalp podc spaa globecom wcnc gecco ppsn ifac siggraphasia
    """.split()
)
_NUMBERED_MEETINGS = ("cop", "g")
# Church documents by the words that they begin with, as they are cited; folded, without points.
_CHURCH = frozenset(
    """
    ad gentes|aeterni patris|amoris laetitia|antiqua et nova|apostolicam actuositatem
    |caritas in veritate|casti connubii|catechesi tradendae|centesimus annus|christifideles laici
    |christus dominus|christus vivit|dei filius|dei verbum|deus caritas est|dignitas infinita
    |dignitatis humanae|dilexit nos|dilexi te|dives in misericordia|divini redemptoris
    |divino afflante spiritu|dominus iesus|donum vitae|dum diversas|ecclesia de eucharistia
    |ecclesiam suam|evangelii gaudium|evangelii nuntiandi|evangelium vitae|familiaris consortio
    |fides et ratio|fratelli tutti|gaudete et exsultate|gaudium et spes|gravissimum educationis
    |humanae vitae|humani generis|inter caetera|inter mirifica|inter sollicitudines
    |laborem exercens|laudate deum|laudato si|lumen fidei|lumen gentium|mater et magistra
    |mediator dei|mirari vos|misericordiae vultus|mit brennender sorge|mulieris dignitatem
    |mystici corporis|nostra aetate|novo millennio ineunte|octogesima adveniens
    |optatam totius|orientalium ecclesiarum|pacem in terris|pascendi dominici gregis
    |pastor aeternus|perfectae caritatis|populorum progressio|presbyterorum ordinis
    |providentissimus deus|quadragesimo anno|quanta cura|querida amazonia|redemptor hominis
    |redemptoris mater|redemptoris missio|rerum novarum|sacrosanctum concilium
    |salvifici doloris|sapientia christiana|sollicitudo rei socialis|spe salvi|sublimis deus
    |tertio millennio adveniente|traditionis custodes|unam sanctam|unitatis redintegratio
    |ut unum sint|verbum domini|veritatis gaudium|veritatis splendor|vita consecrata
    """.replace("\n    |", "|")
    .strip()
    .split("|")
)
# What the name of a law ends with, in languages that write it in one word.
_LAWS = tuple(
    """
    gesetz gesetzbuch verordnung richtlinie konvention abkommen vertrag verfassung erlass loven
    lagen forskriften forordningen konvensjonen verdrag wetboek
    """.split()
)
_LONGER = 3
"""So many letters stand before such an ending at least."""
_PRODUCTS = frozenset(
    """
    facebook twitter instagram snapchat whatsapp telegram wikipedia netflix spotify reddit pinterest
    tumblr myspace skype discord twitch airbnb siri alexa android iphone ipad photoshop excel
    photovoice kickstarter minecraft fortnite pokemon bitcoin ethereum kubernetes docker linux
    ubuntu firefox chatgpt
    """.split()
)
# What surnames begin with that go on with a capital: "McKay", "LeRoux", "VanDyke".
_BEFORE_CAPITAL = frozenset(
    """
    mc mac de del della di du da la le lo l d o fitz van vander von st san ter ten al el abu ben ap
    """.split()
)
_SIGNS = str.maketrans({"'": " ", "’": " ", ".": " ", "-": " "})


def is_named_document(name: str) -> bool:
    """Whether *name* is not an author's but a conference's, a church document's or a law's."""
    folded = " ".join(fold(name).translate(_SIGNS).split())
    if " " in folded:
        return folded in _CHURCH
    if folded in _CONFERENCES:
        return sum(char.isupper() for char in name) > 1
    bare = folded.rstrip("0123456789")
    return (bare != folded and bare in _NUMBERED_MEETINGS) or folded[_LONGER:].endswith(_LAWS)


def is_product(name: str) -> bool:
    """Whether a name of one word is a thing's: known, with a digit, or with a capital within."""
    if " " in name:
        return False
    if fold(name) in _PRODUCTS or any(map(str.isdigit, name)):
        return True
    humps = [i for i, char in enumerate(name) if i and char.isupper() and name[i - 1].islower()]
    return bool(humps) and fold(name[: humps[0]]) not in _BEFORE_CAPITAL
