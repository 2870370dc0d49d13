"""Words that begin, end or exclude a cited name, folded (lower case, no accents, no points).

The languages are those of the literature-list headings: English, German, French, Spanish,
Portuguese, Italian, Dutch, Norwegian, Swedish, Danish, Polish, Russian, Ukrainian, Chinese.
"""

from citecheck.language.months import months, seasons
from citecheck.language.organisation_words import organisation_words

_SHORTEST = 3

# Capitalised at the start of a sentence, and no name there: "However Smith (2001)", "In 2001".
OPENERS = frozenset(
    """
    a about above according additionally after again all along already also although among an and
    another any are as at based because before below besides between both building but by
    classic contrary consequently contra conversely cited compare did do does drawing due during
    each earlier either equally especially even ever every finally first firstly following for
    former from further furthermore given had has have he hence her here his how however i if in
    inspired indeed initially instead interestingly is it its lastly later latter lest like likewise
    many meanwhile more moreover most mostly much my nevertheless next no nonetheless nor not
    notably now of on once one only or original originally other others our over overall
    particularly per perhaps previously provided quoting rather recent recently regarding
    respectively second secondly seminal several she similarly since so some still subsequently
    such than thanks that the their then there thereby therefore these they third this those
    though through throughout thus to together too two under unlike until upon using via was we
    were what whatever when whenever where whereas whether which while who whom whose why with
    within without work yet you
    aber allerdings als also am an anders anhand auch auf aus ausgehend bei beim beispielsweise
    bereits bis da dabei dafur dagegen damit danach dann daher darauf daruber das dass davon dem
    den denn der des deshalb die dies diese dieser dieses doch dort durch ebenso ein eine einem
    einen einer eines entgegen entsprechend er erst erstens es etwa fur gegen gemass hierzu hinter
    ihr im ihm in insbesondere ist ja jedoch laut man mit mithin nach nachdem neben nicht noch nun
    nur ob obwohl oder ohne seit sich sie siehe so sodann sofern sogar solche somit sowie sowohl
    statt schliesslich uber um und unter vgl vergleiche vom von vor wahrend was weder wegen
    weiterhin weil wenn wer wie wo wobei zu zudem zufolge zuerst zuletzt zum zunachst zur zwar
    zwischen zweitens ahnlich trotz ferner folgt folglich dennoch deutlich
    ainsi alors apres au aussi autre autres aux avec avant c car ce cependant ces cet cette chez
    comme contre d dans de depuis des donc dont du elle en encore enfin ensuite entre et faut il
    ils l la laquelle le lequel les leur leurs lorsque lui mais malgre meme ne notamment nous on or
    ou outre par parmi pendant plus pour pourtant puis puisque quand que quel quelle qui quoique
    sans se selon si sinon son sous suivant sur tandis toutefois tout un une vers voici voir vous
    ademas adicionalmente ahora al algunos ante antes aqui asi aun aunque bajo cada como con
    conforme cuando cuya cuyo de del desde despues donde durante e el ella ellos en entonces entre
    era es esa ese eso esta estas este esto estos fue ha hacia hasta igualmente incluso la las lo
    los luego mas mediante mientras mismo muchos ni no o otra otro otros para pero por porque pues
    pese que quien se segun si siguiendo sin sino sobre son su sus tal tambien tampoco tanto todo
    tras u un una unos vease y ya finalmente posteriormente recientemente
    acerca ainda alem algo alguns alem anteriormente aos apenas apesar apos assim ate atraves cabe
    com contra contudo corroborando da das dado de dentre desde deste dessa desse destaca diante do
    dos em embora enquanto entao entretanto essa esse esta estudo foi isso isto ja junto logo mais
    mas me mesmo muito na nao nas nem nessa nesse nesta neste no nos novamente num numa o onde os
    ou para pela pelas pelo pelos perante pois por porem portanto posteriormente quando quanto que
    sao se seguindo segundo sem sendo ser seu seus sob sobre tambem tanto todavia todos tudo uma
    umas ver veja vide conforme consoante consulte inclusive similarmente sobretudo primeiro
    ad adesso ai al alla alle allo anche ancora anzi appena avendo ben cfr che chi ci cioe col come
    con cosi cui da dagli dal dalla de degli del della delle dello di dopo dove dunque e ecco ed
    fra gia gli i il in infatti infine inoltre invece io la le lo loro ma mentre ne nei nel nell
    nella nelle nello non nonostante o ogni oltre per pero perche poi prima pure quale quando
    quanto quello questa queste questi questo quindi se secondo sempre si sia sotto stando su sul
    sulla tra tuttavia un uno una vedi
    aan al alhoewel als bij binnen bovendien daar daarentegen daarnaast daarom dan dat de deze die
    dit doch door dus echter een en er eveneens het hij hoewel hun in is maar met mits na naar
    naast niet nog of om omdat ondanks onder ook op over sinds tegen terwijl te ten ter toch toen
    tot tussen uit van vanaf vanuit vervolgens via volgens voor voorts waar waarbij wanneer want wat
    wel wie zie zij zo zoals zonder ze
    af alle allerede altsa at av bade da de deg dem den denne der dermed derfor det dette du eller
    en enn er et ett ettersom etter flere for forst fordi fra fram gjennom ha hadde han hos hun hva
    hvem hver hvis hvor hvordan i iblant idet ifolge ikke imens imidlertid inn jeg kan likevel man
    med mellom men mens mot na nar noen nok og ogsa om opp over pa sa saledes samt seg selv sett
    sidan siden sin sine ska skal slik slike som til til tross under unntatt uten ut ved vi via
    videre viser aven dar darfor efter efterhand enligt eftersom ej emellertid emot era forutom
    forst fran fore genom hur ingen inom jag kring medan mellan mot nagra nar och pa redan sadan
    sag salunda samt sedan sin stod till trots under utan utifran utover var vid visar ater
    efter ifoelge hvorefter imellem indtil ligesom mens naar saaledes uden udover ved vores
    a aby ale albo bez bo by byl co cho choc czy czyli dla do gdy gdyz gdzie i ich ile jak jako
    jednak jednakze jego jej jesli jest jeszcze juz kiedy ktora ktore ktory lub ma mimo na nad
    nadto natomiast nawet nie niemniej o od oraz osobno po pod podczas podobnie ponadto poniewaz
    poza przed przez przy rowniez sa sie skoro stad ta tak takze tam te ten to tu tylko u w wedlug
    zdaniem wg we wobec wraz wskazuje wsrod z za zas zatem ze zgodnie zob
    а без более был была были было в вместе во вопреки вот впрочем все всего все вслед где да даже
    для до его ее если есть еще еще же за здесь и из или им именно их к как когда которая которые
    которыи кроме к ли либо лишь между мнению много на над наконец например наряду не несмотря но
    о об однако он она они оно опираясь от ответ отметим по под подобно позже позднее поэтому после
    поскольку при про против работа работе работах с сам сегодня согласно со среди статье статья
    так также там тем того тогда то тоже только том тут у указывает уже хотя чем через что чтобы
    эта эти это этого этои этот еще см ср цит
    або але більше був була були в від він вони вона все де для до иого є за зокрема з зі і із іх
    и коли крім між на над наприклад не однак отже під після при про проте саме та так також там
    то тоді у це цеи ця через чи що щоб як яка які якии якщо дивись див пор
    """.split()
)

# What a citation may begin with: "see", "e.g.", "cf." and their like.
PREFIX_WORDS = frozenset(
    """
    see also cf e.g eg i.e ie compare viz contra apud in following after adapted from modified
    based on as by to review reviewed reviews cited quoted source sources citing quoting
    especially cites citing quotes
    vgl siehe s auch etwa bes besonders beispielsweise z.b zit n nach so u.a ua ferner vergleiche
    quelle quellen dazu hierzu zuerst zuletzt beim bei z b
    voir cf. notamment aussi par exemple p.ex d'apres ap cite dans
    vease ver tambien p ej por ejemplo citado en cit fuente
    veja vide cf ver exemplo cf citado por conforme segundo fonte ex
    vedi cfr si veda ad es esempio citato fonte
    zie ook bijv bron jf jfr se ogsa aven ocksa t eks ex bl a f.eks t.ex kilde kalla kilder
    zob por np m.in za cyt zrodlo
    см ср напр например по цит также подр подробнее источник
    див пор напр детальніше також джерело
    参见 见 如 参考 例如 转引自 参 详见 引自
    """.split()
)

# Of these, the ones that nothing but a citation follows.
INTRODUCERS = frozenset(
    """
    see also cf e.g eg compare viz apud vgl siehe auch voir aussi ver veja vide vease tambien
    vedi cfr anche zie ook jf jfr se ogsa ocksa zob por np см ср также див пор також source
    sources tambem quelle quellen fonte fuente kilde kalla bron zrodlo источник cites citing
    quotes 参见 见 参考
    """.split()
)

# What names the author of what is said, before the name ("According to Smith (2001)") and behind
# it ("Smith (2001) argues").
ATTRIBUTIONS = frozenset(
    """
    according to following unlike as per by with nach laut gemass zufolge bei selon suivant apres
    pour chez segun siguiendo para segundo conforme consoante secondo per volgens ifolge enligt
    wedlug zdaniem по согласно мнению мнения словам за на думку by von par por da door av pisze
    """.split()
)
REPORTS = frozenset(
    """
    argue argues argued show shows showed shown state states stated claim claims claimed suggest
    suggests suggested find finds found note notes noted write writes wrote describe describes
    described define defines defined report reports reported propose proposes proposed conclude
    concludes concluded demonstrate demonstrates demonstrated point points pointed explain explains
    explained observe observes observed discuss discusses discussed examine examines examined
    analyse analyses analysed analyze analyzes analyzed identify identifies identified maintain
    maintains maintained contend contends contended emphasise emphasises emphasize emphasizes
    stress stresses stressed hold holds held says said introduced introduces developed develops
    investigated studied compared considers considered refers
    zeigt zeigen argumentiert argumentieren schreibt schreiben beschreibt beschreiben definiert
    definieren betont betonen stellt stellen weist weisen fand fanden nennt nennen untersucht
    untersuchen meint meinen sieht sehen versteht verstehen spricht kommt folgert
    montre montrent affirme affirment souligne soulignent definit definissent propose proposent
    note ecrit ecrivent explique expliquent considere considerent
    afirma afirman afirmam senala senalan muestra muestran mostra mostram define definen definem
    propone proponen propoe propoem sostiene sostienen sustenta sustentam destaca destacan destacam
    aponta apontam ressalta ressaltam explica explican explicam considera consideran consideram
    demonstra demonstraram observa observam observou encontrou encontraram verificou verificaram
    mostra mostrano sostiene sostengono propone propongono scrive scrivono osserva
    stelt stellen toont tonen schrijft beschrijft hevder viser skriver mener beskriver visar menar
    pisze twierdzi pokazuje wskazuje
    пишет показал показала показывает утверждает отмечает считает указывает пише показав
    зазначає стверджує
    """.split()
)
# "the", which stands before titles and things rather than before surnames.
ARTICLES = frozenset("the der die das dem den le les el los il gli het".split())

# Short names of months only in English: "Paz" and "Set" are family names.
MONTHS = frozenset(
    (
        *(name for name in (*months(), *seasons()) if len(name) > _SHORTEST),
        *"jan feb mar apr may jun jul aug sep oct nov dec".split(),
        *"mai maj mei маи".split(),
        *"monday tuesday wednesday thursday friday saturday sunday".split(),
    )
)

# Things that bear a number or a year and are no authors.
NUMBERED = frozenset(
    """
    figure figures fig figs table tables tab chapter chap section sections appendix equation eq
    part parts book volume vol no number nr version step stage phase level grade item items line
    note notes footnote page pages example article art act law bill code directive regulation
    decree constitution amendment convention protocol resolution rule rules clause
    paragraph para annex exhibit schedule case room day week year years month season episode
    edition box panel scheme sample wave round
    abbildung abb tabelle kapitel abschnitt teil gesetz verordnung richtlinie artikel bd band heft
    jahr jahre seite anhang beispiel gleichung vertrag schritt
    figura figuras tabela quadro grafico imagem capitulo secao lei decreto artigo portaria
    resolucao anexo ano volume edicao tabla cuadro seccion ley articulo ano anexo
    tableau chapitre loi decret annexe annee partie illustration
    tabella legge capitolo anno parte immagine
    figuur tabel hoofdstuk wet besluit jaar bijlage
    figur tabell kapittel kapitel lov forskrift vedlegg ar lag bilaga
    rysunek rys tabela tab rozdzial ustawa rozporzadzenie rok zalacznik
    рис рисунок таблица табл глава раздел часть закон указ постановление статья год года г гг
    рисунок таблиця розділ частина стаття рік року
    euro expo horizon agenda vision rio eurovision census
    covid windows python ios android
    autor autores autoria autora authors author verfasser auteur auteurs autore autori
    ac bc ad ce bce circa ca
    """.split()
)

# A name that holds one of these is an event's or an agreement's.
EVENTS = frozenset(
    """
    treaty act convention agreement pact accord accords declaration constitution directive war
    revolution olympics olympiad cup championship championships congress conference summit festival
    games symposium workshop colloquium proceedings
    election elections crisis pandemic tsunami hurricane earthquake uprising massacre coup battle
    vertrag abkommen gesetz krieg verfassung weltmeisterschaft konferenz
    traite accord guerre convention constitution loi
    tratado acuerdo acordo guerra constitucion constituicao ley lei conferencia copa
    trattato accordo legge costituzione verdrag oorlog wet avtale traktat krig lov
    traktat wojna ustawa konstytucja договор воина конституция закон конференция
    """.split()
)

# A name that holds one of these is an organisation's: beside those of literature lists, some that
# are family names as well, which a citation would give without more words.
ORGANISATION_WORDS = organisation_words() | frozenset(
    """
    bank church communities company convention executive house inspectorate kremlin post
    presidency president review school statistics task telegraph treasury tribune watch world
    archiv ausschuss bibliothek kammer partei rat zeitung ligue parti syndicat agencia
    ayuntamiento banco biblioteca camara departamento igreja iglesia junta liga partido rede
    senado accademia banca camera commissione comitato consiglio federazione partito presidenza
    regione societa unione bond commissie instituut maatschappij rijksdienst byra foreningen
    hogskolen kommisjonen stortinget styret utvalget riksdagen naevnet institutet
    socialstyrelsen agencja fundacja instytut komisja ministerstwo rada rzad stowarzyszenie
    towarzystwo urzad uniwersytet zwiazek дума отдел росстат учреждение агенція академія
    асоціація комісія комітет організація партія рада університет
    """.split()
)

# Small words inside an organisation's name: "Ministry of Foreign Affairs".
LINKS = frozenset(
    """
    of the for and on in at to de da do dos das del della di des du la le les las los el et y e
    der die das dem den des und fur zur zum im von am auf an och og for i av til om till pa van
    voor het en oraz w na dla и по в та з для при с im
    """.split()
)

# Ways of saying "the work cited before".
IBIDEM = frozenset("ebd ebda ibid ibidem ib idem id ders dies dass там".split())

# Places that years stand beside more often than works do; an entry must know them as authors.
PLACES = frozenset(
    """
    afghanistan africa amsterdam argentina asia athens australia austria azerbaijan beijing
    belarus belgium berlin bosnia brasil brazil britain brussels bucharest budapest bulgaria
    cairo california canada chechnya chicago chile china cologne colombia copenhagen crimea croatia
    cuba basel basle bern bologna boston bremen dresden dublin edinburgh florence genoa glasgow
    hanover manchester marseille milano montreal naples napoli nuremberg stuttgart turin toronto
    cyprus czechoslovakia denmark donbas egypt england espana estonia ethiopia europa europe
    finland france frankfurt geneva georgia germany ghana greece hague hamburg havana helsinki
    hungary india indonesia iran iraq ireland israel istanbul italia italy japan jerusalem
    kazakhstan kenya kiev korea kosovo kyiv kyrgyzstan latvia lebanon leipzig libya lisbon
    lithuania london luxembourg madrid mexico milan minsk moldova moscow munich nairobi nepal
    netherlands nigeria norway oslo pakistan palestine paris peru philippines poland portugal
    prague riga romania rome russia rwanda scotland serbia seville shanghai singapore slovakia
    slovenia somalia spain stockholm sudan sweden switzerland syria taiwan tehran thailand tokyo
    tunisia turkey uganda ukraine usa uk us ussr venezuela venice vienna vietnam wales warsaw
    washington yemen yugoslavia zurich
    deutschland frankreich osterreich schweiz polen russland ukraine ungarn wien munchen koln
    allemagne angleterre suisse russie belgique alemania francia alemanha franca italien
    россия россии москва москве минск украина украине беларусь германия германии
    """.split()
)
