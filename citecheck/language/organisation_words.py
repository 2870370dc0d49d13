"""Words that tell an organisation's name from a person's; folded.

They are the heads of official names ("Ministry", "Universität") in the languages of the lists.
Words that are also common family names ("Church", "Bank") are left out where they would harm.
"""

from functools import cache

_WORDS = """
academy administration agency alliance archive archives assembly association authority board
bureau cabinet center centers centre centres chamber club coalition collaboration collaborative
collaborators college commission commissioner committee community confederation conference
congress consortium corp corporation council court courts delegation department directorate
division editorial editors embassy enterprise enterprises federal federation forum foundation fund
gazette gmbh government governmental group headquarters herald hospital inc industries initiative
institute institutes institution international investigators journal laboratories laboratory
league libraries library limited llc ltd magazine media ministry mission museum national nations
network networks news newspaper observatory office organisation organisations organization
organizations panel parliament participants partnership party permanent plc police presidential
press programme project redaction registry repository republic research secretariat senate service
services society staff state states survey syndicate team times treasury trialists trust union
university working

akademie amt anstalt behorde bund bundesamt bundesministerium bundesregierung bundesverband
bundeszentrale deutsche deutscher fakultat gesellschaft hochschule institut kommission landesamt
ministerium redaktion regierung statistisches stiftung universitat verband verein zentrale zentrum

academie agence asociacion assemblee associacao associazione autorite banque brasil centro
comision comissao comite conseil consejo conselho direccion direction diretoria ecole escola
escuela estado etat faculte federacao federacion fondation fondazione fundacao fundacion gobierno
gouvernement governo groupe grupo instituto istituto laboratoire ministere ministerio ministero
observatorio organizacao organizacion parlamento parlement portal prefeitura presidence
presidencia redacao redaccion republica republique secretaria servicio servico sindicato sistema
sociedad sociedade societe superintendencia tribunal uniao universidad universidade universita
universite

akademi avdeling departement departementet direktorat direktoratet forbund forbundet forening
hogskola hogskolan institutt kommun kommune landsforeningen ministerie ministeriet myndighed
myndigheten raad radet regeringen regjeringen rijksuniversiteit selskab stichting stiftelse
stiftelsen styrelse styrelsen universiteit universitet universitetet utvalg vereniging vlaamse

агентство администрация академия ассоциация банк бюро ведомство газета государственныи департамент
институт информационно информационныи кабинет комиссия комитет мид министерство міністерство
национальныи общество организация партия портал правительство представительство президент редакция
республика республики россиискои саит служба совет союз союзного университет управление уряд
федеральная федерации федерация фонд центр центральныи інститут
"""
# Words that join the parts of an official name but never those of a person's.
_LINKS = """
a against and av da das de del della der des di dla do dos du e en et for fur im och of on para
per pour sur the til und von y zu
"""


@cache
def organisation_words() -> frozenset[str]:
    """Folded words of which one suffices to take a name for an organisation's."""
    return frozenset(_WORDS.split())


@cache
def linking_words() -> frozenset[str]:
    """Folded words that occur inside the names of organisations."""
    return frozenset(_LINKS.split())
