"""Headings of literature lists in some sixty languages, and of what stands around them.

Everything is compared as folded words (``citecheck.language.folding.words``), so case, accents
and punctuation play no part. Sources: what the babel and polyglossia packages of LaTeX print for
``\\refname`` and ``\\bibname``, and headings customary in student essays.
"""

from enum import StrEnum
from functools import cache

from citecheck.language.folding import words


class HeadingKind(StrEnum):
    """What a heading announces.

    list: a literature list. group: a part of one ("Primary sources", "Books"), which may also
    stand alone. after: what is no list and ends one (notes, an appendix ...). reading: works that
    need not be cited, which end a list as well, and are the list where there is no other.
    """

    LIST = "list"
    GROUP = "group"
    AFTER = "after"
    READING = "reading"


# By language (ISO 639-1). A one-word heading also counts together with other words of this table
# and with those of _CORE and _BESIDE ("Selected bibliography", "Sources and literature").
LIST_HEADINGS: dict[str, str] = {
    "en": "references|bibliography|literature|sources|webography|webliography|filmography|refs|"
    "works cited|work cited|works consulted|works referenced|cited works|texts cited|"
    "works cited and consulted|works consulted and cited|works cited or consulted|"
    "publications cited|list of works|source list|reference list|reference section|citation list|"
    "citations|bibliographical references|bibliographic references|references and notes|"
    "notes and references|bibliography and notes|references and footnotes|literature list",
    "de": "literatur|literaturverzeichnis|literaturangaben|literaturliste|literaturnachweise|"
    "literaturnachweis|literaturhinweise|quellen|quellenverzeichnis|quellenangaben|quellenangabe|"
    "quellennachweis|quellennachweise|quellenliste|bibliographie|bibliografie|referenzen|"
    "schrifttum|schrifttumsverzeichnis|forschungsliteratur|sekundärliteratur|primärliteratur|"
    "internetquellen|onlinequellen|zitierte werke|anmerkungen und literatur",
    "nl": "literatuur|literatuurlijst|literatuuropgave|literatuurverwijzingen|bronnen|bronnenlijst|"
    "bronvermelding|bronvermeldingen|referenties|referentielijst|bibliografie|geciteerde werken",
    "af": "bronnelys|literatuurlys|verwysings|verwysingslys|bibliografie",
    "da": "litteratur|litteraturliste|litteraturfortegnelse|litteraturhenvisninger|referencer|"
    "referenceliste|kilder|kildeliste|kildefortegnelse|kildehenvisninger|bibliografi",
    "no": "litteratur|litteraturliste|litteraturoversikt|litteraturreferanser|referanser|"
    "referanseliste|kilder|kildeliste|kildehenvisninger|kildefortegnelse|kjelder|kjeldeliste|"
    "sekundærlitteratur|primærlitteratur|siterte verk",
    "sv": "litteratur|litteraturlista|litteraturförteckning|referenser|referenslista|"
    "referensförteckning|källor|källförteckning|källhänvisningar|citerade verk|"
    "käll och litteraturförteckning",
    "is": "heimildir|heimildaskrá|heimildalisti|ritaskrá",
    "fi": "lähteet|lähdeluettelo|kirjallisuus|kirjallisuusluettelo|lähdekirjallisuus|viitteet|"
    "käytetyt lähteet",
    "et": "kirjandus|kasutatud kirjandus|kasutatud allikad|viidatud allikad|viited|allikad",
    "lv": "literatūra|izmantotā literatūra|izmantotās literatūras saraksts|literatūras saraksts|"
    "atsauces|izmantotie avoti|bibliogrāfija",
    "lt": "literatūra|literatūros sąrašas|naudota literatūra|šaltiniai|bibliografija|nuorodos",
    "fr": "références|bibliographie|webographie|sitographie|références bibliographiques|"
    "bibliographie sélective|ouvrages cités|œuvres citées|travaux cités|ouvrages consultés|"
    "liste des références|sources et bibliographie",
    "es": "referencias|referencias bibliográficas|bibliografía|fuentes|fuentes bibliográficas|"
    "webgrafía|obras citadas|trabajos citados|lista de referencias|fuentes consultadas",
    "ca": "referències|referències bibliogràfiques|bibliografia|fonts|obres citades",
    "gl": "referencias|bibliografía|fontes|obras citadas",
    "eu": "erreferentziak|bibliografia|iturriak|erreferentzia bibliografikoak",
    "pt": "referências|referências bibliográficas|bibliografia|fontes|obras citadas|"
    "obras consultadas|trabalhos citados|lista de referências|referencial bibliográfico",
    "it": "bibliografia|riferimenti|riferimenti bibliografici|sitografia|fonti|opere citate|"
    "testi citati|bibliografia essenziale",
    "ro": "bibliografie|referințe|referințe bibliografice|surse|surse bibliografice|lucrări citate",
    "pl": "bibliografia|literatura|piśmiennictwo|źródła|netografia|spis literatury|"
    "wykaz literatury|literatura cytowana|odnośniki bibliograficzne|prace cytowane",
    "cs": "literatura|použitá literatura|seznam literatury|seznam použité literatury|prameny|"
    "zdroje|použité zdroje|bibliografie|reference|seznam použitých zdrojů|citovaná literatura",
    "sk": "literatúra|použitá literatúra|zoznam literatúry|zoznam použitej literatúry|pramene|"
    "zdroje|bibliografia|bibliografické odkazy|referencie",
    "sl": "literatura|viri|literatura in viri|viri in literatura|seznam literature|bibliografija|"
    "reference|navedena literatura",
    "hr": "literatura|popis literature|izvori|izvori i literatura|bibliografija|reference|"
    "korištena literatura|popis izvora|referencije",
    "sr": "литература|извори|библиографија|референце|списак литературе|коришћена литература",
    "mk": "литература|користена литература|библиографија|извори",
    "bg": "литература|библиография|използвана литература|източници|списък на литературата|"
    "цитирана литература|референции",
    "ru": "литература|список литературы|список использованной литературы|библиография|источники|"
    "библиографический список|список использованных источников|список источников|"
    "список использованных источников и литературы|цитируемая литература|"
    "использованная литература|источники и литература|примечания и литература",
    "uk": "література|список літератури|джерела|бібліографія|список використаних джерел|"
    "список використаної літератури|використана література|посилання|джерела та література",
    "be": "літаратура|спіс літаратуры|крыніцы|бібліяграфія|спіс выкарыстаных крыніц",
    "hu": "irodalom|irodalomjegyzék|felhasznált irodalom|források|forrásjegyzék|hivatkozások|"
    "bibliográfia|szakirodalom|hivatkozott irodalom",
    "el": "βιβλιογραφία|αναφορές|βιβλιογραφικές αναφορές|πηγές|παραπομπές|πηγές και βιβλιογραφία",
    "tr": "kaynakça|kaynaklar|referanslar|bibliyografya|kaynak listesi|yararlanılan kaynaklar",
    "az": "ədəbiyyat|ədəbiyyat siyahısı|istifadə olunmuş ədəbiyyat|istifadə edilmiş ədəbiyyat",
    "kk": "әдебиеттер|пайдаланылған әдебиеттер|әдебиеттер тізімі|пайдаланылған әдебиеттер тізімі",
    "uz": "adabiyotlar|foydalanilgan adabiyotlar|adabiyotlar roʻyxati",
    "sq": "referenca|bibliografia|literatura|burimet|referencat",
    "ga": "tagairtí|leabharliosta|foinsí",
    "cy": "cyfeiriadau|llyfryddiaeth|ffynonellau",
    "eo": "referencoj|bibliografio|literaturo|fontoj|citita literaturo",
    "la": "bibliographia|fontes|opera citata",
    "id": "daftar pustaka|referensi|rujukan|daftar rujukan|kepustakaan|bibliografi|pustaka",
    "ms": "rujukan|senarai rujukan|bibliografi",
    "tl": "sanggunian|mga sanggunian|talasanggunian",
    "sw": "marejeo|marejeleo|bibliografia",
    "vi": "tài liệu tham khảo|danh mục tài liệu tham khảo|tài liệu trích dẫn|thư mục",
    "zh": "参考文献|參考文獻|参考资料|參考資料|参考书目|參考書目|引用文献|引用文獻|征引文献|"
    "徵引文獻|徵引書目|征引书目|文献目录|文獻目錄|书目|書目|文献|文獻|资料来源|資料來源|主要参考文献|"
    "主要參考文獻|参考文献目录|引用书目|注释与参考文献|参考文献列表",
    "ja": "参考文献|引用文献|参考文献一覧|参考文献リスト|引用文献一覧|文献リスト|参照文献|参考図書|"
    "引用・参考文献|主要参考文献|文献一覧|出典|参考資料",
    "ko": "참고문헌|참고 문헌|참고자료|참고 자료|인용문헌|인용 문헌|출처",
    "ar": "المراجع|المصادر|قائمة المراجع|قائمة المصادر والمراجع|المصادر والمراجع|المراجع والمصادر|"
    "مراجع|ثبت المراجع",
    "fa": "منابع|مراجع|فهرست منابع|منابع و مآخذ|کتابنامه|کتاب شناسی|مآخذ",
    "ur": "حوالہ جات|کتابیات|مصادر",
    "he": "ביבליוגרפיה|מקורות|רשימת מקורות|רשימה ביבליוגרפית|מראי מקום",
    "hi": "संदर्भ|सन्दर्भ|संदर्भ सूची|संदर्भ ग्रंथ|संदर्भ ग्रंथ सूची|ग्रंथ सूची|सन्दर्भ ग्रन्थ सूची",
    "bn": "তথ্যসূত্র|গ্রন্থপঞ্জি|সহায়ক গ্রন্থ",
    "th": "เอกสารอ้างอิง|บรรณานุกรม|รายการอ้างอิง",
    "ka": "ლიტერატურა|ბიბლიოგრაფია|გამოყენებული ლიტერატურა|წყაროები",
    "hy": "գրականություն|գրականության ցանկ|մատենագիտություն|օգտագործված գրականություն",
    "mn": "ном зүй|ашигласан ном|ашигласан материал",
}

_CORE = """
литературы источников літератури джерел літаратуры literatury literaturos literatūros bibliografii
referências bibliografía bibliografia 文献目録 書誌 文献表
"""
_BESIDE = """
a the and of to in for list section full complete select selected short annotated cited used
consulted works quoted scholarly all my primary secondary tertiary archival published unpublished
printed online internet web electronic other additional main academic digital
und der die das verwendete verwendeten verwendeter benutzte benutzter zitierte zitierter liste
verzeichnis ausgewählte weitere gedruckte ungedruckte sonstige archivalische
en de van het lijst gebruikte geraadpleegde og av over brukt benyttet anvendt valgt anvendte och
använd använda lista primära primære sekundære ja käytetty luettelo
et les la le des du citées consultées utilisées primaires secondaires imprimées
y los las el del citadas consultadas citada consultada
utilizadas utilizada primarias secundarias electrónicas
e o os as da do dos das primárias secundárias dei delle della di ed elenco primarie secondarie
si lista i oraz wykaz spis przedmiotowa podmiotowa internetowe a ve listesi és jegyzék
и список та і й на και in
"""

# Parts of a list; standing alone they announce one if entries follow.
_GROUPS = """
primary|secondary|primary texts|secondary texts|secondary works|archives|archive|archival material|
archival materials|archival collections|manuscripts|unpublished material|books|book|articles|
books and articles|articles and books|journal articles|journals|book chapters|chapters|
monographs|edited volumes|conference papers|papers|working papers|theses|dissertations|
theses and dissertations|
websites|web sites|web pages|webpages|web|internet|online|websites and blogs|blogs|social media|
newspapers|newspaper articles|newspapers and magazines|magazines|press|media|news|news articles|
reports|official reports|government documents|government publications|official documents|
official publications|documents|public documents|legal documents|legislation|statutes|cases|
case law|table of cases|laws|treaties|interviews|films|film|movies|videos|video|audio|podcasts|
podcast|music|software|datasets|images|maps|policy papers|speeches|letters|lectures|standards|
patents|encyclopedias|studies|editions|other|miscellaneous|
primärquellen|sekundärquellen|primärtexte|archivalien|archivquellen|monographien|monografien|
aufsätze|zeitschriftenaufsätze|zeitschriftenartikel|artikel|bücher|online quellen|webseiten|
internetseiten|internet|zeitungsartikel|zeitungen|gesetze|rechtsprechung|filme|sammelbände|
primaire bronnen|secundaire bronnen|boeken|artikelen|internetbronnen|kranten|
primærkilder|sekundærkilder|trykte kilder|utrykte kilder|bøker|bøger|artikler|nettsider|hjemmesider|
internettkilder|internetkilder|nettkilder|muntlige kilder|avisartikler|aviser|rapporter|lover|
offentlige dokumenter|tidsskriftartikler|tryckta källor|otryckta källor|primärkällor|
sekundärkällor|elektroniska källor|böcker|artiklar|internetkällor|webbsidor|muntliga källor|
kirjat|artikkelit|internetlähteet|verkkolähteet|painetut lähteet|sähköiset lähteet|
sources primaires|sources secondaires|livres|sites internet|sites web|ouvrages|articles de presse|
sources imprimées|sources manuscrites|presse|monographies|rapports|revues|périodiques|entretiens|
libros|artículos|páginas web|sitios web|recursos electrónicos|documentos|periódicos|prensa|leyes|
tesis|informes|entrevistas|livros|artigos|sites|páginas da internet|jornais|teses|legislação|
documentos oficiais|legislación|libri|articoli|siti web|siti internet|monografie|saggi|
opracowania|źródła drukowane|źródła internetowe|książki|artykuły|strony internetowe|akty prawne|
primární zdroje|sekundární zdroje|internetové zdroje|knihy|články|knjige|članci|internetski izvori|
könyvek|cikkek|internetes források|birincil kaynaklar|ikincil kaynaklar|kitaplar|makaleler|
internet kaynakları|научная литература|книги|статьи|монографии|интернет-ресурсы|
интернет-источники|электронные ресурсы|нормативно-правовые акты|нормативные акты|
архивные источники|архивы|на русском языке|на иностранных языках|диссертации|газеты|периодика|
статті|монографії|інтернет-ресурси|інтернет-джерела|πρωτογενείς πηγές|δευτερογενείς πηγές|
ξενόγλωσση|ελληνική|ελληνόγλωσση|βιβλία|άρθρα|ιστοσελίδες|
专著|期刊|期刊论文|论文|网络资料|网络文献|中文文献|英文文献|外文文献|中文|英文|古籍|学位论文|报纸|
專書|期刊論文|網路資料|中文文獻|英文文獻|史料|一次資料|二次資料|和文|欧文|日本語文献|英語文献|
外国語文献|ウェブサイト|국내문헌|국외문헌|단행본|논문|인터넷 자료
"""

# What is no list. A heading that begins with one of these words, or is one of these phrases.
_AFTER_STARTS = """
appendix appendices annex annexes anhang anhänge bijlage bijlagen vedlegg bilag bilaga bilagor
liite liitteet annexe anexo anexos apêndice apéndice apéndices allegato allegati appendice
załącznik załączniki příloha přílohy príloha prílohy prilog prilozi függelék melléklet ekler
приложение приложения додаток додатки παράρτημα 附录 附錄 付録 부록 ملحق lampiran attachment
attachments supplement supplementary acknowledgements acknowledgments acknowledgement
acknowledgment danksagung dankwoord remerciements agradecimientos agradecimentos ringraziamenti
podziękowania poděkování благодарности подяки 致谢 致謝 謝辞 endnotes footnotes anmerkungen
endnoten fußnoten voetnoten eindnoten sluttnoter fotnoter fodnoter slutnoter przypisy poznámky
bilješke jegyzetek dipnotlar примечания сноски примітки σημειώσεις 注释 註釋 脚注 注記 각주
glossary glossar abkürzungsverzeichnis abkürzungen sachregister eidesstattliche
selbstständigkeitserklärung eigenständigkeitserklärung abbildungsverzeichnis
tabellenverzeichnis abbildungsnachweis abbildungsnachweise bildnachweis bildnachweise
afterword epilogue postscript nachwort postface epílogo
zusammenfassung résumé resumo riassunto streszczenie резюме аннотация 摘要 lebenslauf
curriculum
"""
_AFTER_PHRASES = """
notes|note|noten|noter|notas|abbreviations|index|abstract|summary|author|authors|autor|autoren|
funding|copyright|declaration|erklärung|credits|contents|figures|tables|introduction|conclusion|
conclusions|methods|results|discussion|einleitung|fazit|schluss|zaključek|введение|заключение|
about the author|about the authors|author biography|author biographies|author information|
the author|the authors|author contributions|authors contributions|author details|contributors|
notes on contributors|note on the author|biographical note|list of figures|list of tables|
list of illustrations|list of abbreviations|list of images|image credits|picture credits|
photo credits|photo credit|photograph credits|figure captions|figure legends|tables and figures|
data availability|data availability statement|additional information|supporting information|
conflict of interest|conflicts of interest|competing interests|ethics statement|
word count|à propos de l'auteur|à propos des auteurs|sobre el autor|sobre la autora|
sobre los autores|sobre o autor|sobre a autora|sobre os autores|über den autor|über die autorin|
zu den autoren|über die autoren|zum autor|zur autorin|om forfatteren|om forfatterne|om författaren|
sull'autore|gli autori|об авторе|об авторах|сведения об авторе|сведения об авторах|
список сокращений|список иллюстраций|作者简介|作者簡介|著者略歴|저자 소개|table of contents|
inhaltsverzeichnis|table des matières|índice|indice|оглавление|содержание|目录|目次|
literature review|review of literature|review of the literature
"""

_READING_PHRASES = """
further reading|suggested reading|recommended reading|suggestions for further reading|
additional reading|weiterführende literatur|lecturas recomendadas|leituras recomendadas|
pour aller plus loin|letture consigliate|verder lezen|videre lesning|vidare läsning"""

# Labels, before a colon, a full stop or a number, of captions, picture credits and the like.
_CREDIT_LABELS = """
photo photos photograph photographs photography picture pictures image images illustration
illustrations figure figures fig figs table tables tab map maps chart diagram plate cover credit
credits wordcount words foto fotos bild bilder abbildung abbildungen abb tabelle karte titelbild
umschlagbild afbeelding afbeeldingen figuur tabel bilde forsidebilde forsidefoto figur tabell kuva
kuvat kuvio taulukko tableau couverture imagen imágenes fotografía figura figuras tabla cuadro mapa
portada imagem imagens tabela quadro capa immagine immagini tabella copertina zdjęcie zdjęcia
rysunek ryc rys obrázek obr fotó kép ábra táblázat fotoğraf görsel şekil tablo фото фотография
рисунок рис таблица табл изображение фотографія малюнок φωτογραφία εικόνα πίνακας σχήμα
图 圖 图片 圖片 照片 表 図 写真 사진 그림 표
"""


def _key(phrase: str) -> str:
    return " ".join(words(phrase))


@cache
def _phrases() -> dict[str, HeadingKind]:
    kinds = {_key(phrase): HeadingKind.GROUP for phrase in _GROUPS.split("|")}
    kinds |= {_key(phrase): HeadingKind.AFTER for phrase in _AFTER_PHRASES.split("|")}
    kinds |= {_key(phrase): HeadingKind.READING for phrase in _READING_PHRASES.split("|")}
    listed = "|".join(LIST_HEADINGS.values()).split("|")
    return kinds | {_key(phrase): HeadingKind.LIST for phrase in listed}


@cache
def _list_words() -> tuple[frozenset[str], frozenset[str]]:
    """One-word headings of lists, and all words that may stand beside one."""
    listed = [key.split() for key, kind in _phrases().items() if kind is HeadingKind.LIST]
    beside = frozenset(word for key in listed for word in key)
    core = frozenset(key[0] for key in listed if len(key) == 1) | frozenset(words(_CORE))
    return core, beside | core | frozenset(words(_BESIDE))


@cache
def _after_starts() -> frozenset[str]:
    return frozenset(words(_AFTER_STARTS))


@cache
def _credit_labels() -> frozenset[str]:
    return frozenset(words(_CREDIT_LABELS))


def heading_kind(heading: list[str]) -> HeadingKind | None:
    """What a heading of these folded words announces; None if they are not known as one.

    A single word in spaced letters ("R E F E R E N C E S") is known too.
    """
    if len(heading) > 4 and all(len(word) == 1 for word in heading):
        heading = ["".join(heading)]
    if not heading or len(heading) > 10:
        return None
    known = _phrases().get(" ".join(heading))
    if known or heading[0] in _after_starts():
        return known or HeadingKind.AFTER
    alone, beside = _list_words()
    if beside.issuperset(heading) and not alone.isdisjoint(heading):
        return HeadingKind.LIST
    return None


def is_credit_label(word: str) -> bool:
    """Whether *word* (folded) labels a caption, a picture credit or the like."""
    return word in _credit_labels()
