"""Words by which publishers, periodicals, theses and series are known; folded."""

from functools import cache

# A title with one of these is that of a newspaper, journal, magazine or series of reports.
_PERIODICAL = """
acta aftenbladet aftenposten aftonbladet anais anales annales annali annals anzeiger archiv
archives atlantic avis avisa avisen beitrage bladet blatt blatter blog boletin bulletin caderno
cadernos cahiers chronicle corriere cuadernos czasopismo dagblad dagbladet daily diario digest
echos economist estado figaro folha gazeta gazette giornale guardian handelsblad hefte herald
inquirer jahrbuch jornal journal jyllands-posten krant kwartalnik letters liberation magazine
merkur mirror mitteilungen monde monthly morgenbladet mundo nachrichten news newsletter newsweek
nyheter observer opinion pais politiken post proceedings przeglad quaderni quarterly report reports
repubblica review reviews revista revue rivista rundschau rzeczpospolita soir spectator spiegel
stampa studies tagblatt tagesspiegel telegraaf telegraph tidende tidning tidskrift tidsskrift
tijdschrift times today transactions tribune trouw vanguardia volkskrant weekly wyborcza zeit
zeitschrift zeitung ведомости вестник вопросы газета журнал записки известия коммерсантъ правда
труды
"""
_PUBLISHER = """
atlas beck benjamins blackwell bloomsbury books brill cambridge campus co contexto cortez
ediciones edicoes editions editora editore editorial edizioni edusp einaudi elsevier fink forlag
forlaget gallimard gmbh gruyter harper harrassowitz hucitec inc kluwer lang laterza llc ltd
macmillan mcgraw-hill metzler mit mulino niemeyer norton oxford palgrave pearson penguin press
presses publications publico publisher publishers publishing puf random reclam routledge sage
seuil sons springer suhrkamp unesp universidade universitaires universitat universite
universitetsforlaget university vandenhoeck verlag vozes wiley winter wydawnictwo zenodo
издательство наука
"""
_THESIS = """
avhandling bachelorarbeit diplomarbeit diss dissertacao dissertation doktorarbeit
doktorgradsavhandling habilitation habilitationsschrift magisterarbeit masterarbeit masteroppgave
memoire ph.d phd proefschrift scriptie speciale specialeafhandling tcc tese tesis these thesis
автореферат дис диссертация
"""
_PROCEEDINGS = """
actas anais atas colloque conference congreso congress congresso konferenz proc proceedings
simposio symposium tagung workshop
"""


@cache
def periodical_words() -> frozenset[str]:
    """Folded words of the titles of newspapers, journals and series."""
    return frozenset(_PERIODICAL.split())


@cache
def publisher_words() -> frozenset[str]:
    """Folded words of the names of publishing houses."""
    return frozenset(_PUBLISHER.split())


@cache
def thesis_words() -> frozenset[str]:
    """Folded words for theses and dissertations."""
    return frozenset(_THESIS.split())


@cache
def proceedings_words() -> frozenset[str]:
    """Folded words of the titles of conference proceedings."""
    return frozenset(_PROCEEDINGS.split())
