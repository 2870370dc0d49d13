"""Kinds of works in other vocabularies, and the CSL types they are.

BibTeX and biblatex: the types of the biblatex manual 3.20, "Entry Types", with the mapping that
Pandoc's citeproc gives them. RIS: the list of Research Information Systems, as EndNote and Zotero
write it.
"""

BIBTEX: dict[str, str] = dict(
    pair.split("=")
    for pair in (
        "article=article-journal suppperiodical=article-journal review=review-book "
        "book=book mvbook=book collection=book mvcollection=book proceedings=book "
        "mvproceedings=book reference=book mvreference=book manual=book bookinbook=chapter "
        "inbook=chapter suppbook=chapter incollection=chapter suppcollection=chapter "
        "inreference=entry-encyclopedia inproceedings=paper-conference conference=paper-conference "
        "booklet=pamphlet periodical=periodical online=webpage electronic=webpage www=webpage "
        "report=report techreport=report thesis=thesis phdthesis=thesis mastersthesis=thesis "
        "unpublished=manuscript dataset=dataset software=software patent=patent misc=document "
        "artwork=graphic image=figure audio=song music=song movie=motion_picture "
        "video=motion_picture performance=performance letter=personal_communication "
        "jurisdiction=legal_case legislation=legislation legal=treaty standard=standard "
        "commentary=document newspaper=article-newspaper magazine=article-magazine "
        "preprint=article map=map"
    ).split()
)
# "type" of an article, by biblatex's ``entrysubtype``.
SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "preprint": "article",
}
# The bibliography strings of biblatex that stand for kinds of theses and reports.
GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master's thesis",
    "mastersthesis": "Master's thesis",
    "bathesis": "Bachelor's thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "CD-ROM",
    "audiocd": "Audio CD",
}

RIS: dict[str, str] = dict(
    pair.split("=")
    for pair in (
        "JOUR=article-journal EJOUR=article-journal JFULL=periodical MGZN=article-magazine "
        "NEWS=article-newspaper BOOK=book EBOOK=book EDBOOK=book CHAP=chapter ECHAP=chapter "
        "CONF=book CPAPER=paper-conference THES=thesis RPRT=report GOVDOC=report ELEC=webpage "
        "WEB=webpage ICOMM=personal_communication PCOMM=personal_communication BLOG=post-weblog "
        "DATA=dataset AGGR=dataset COMP=software PAT=patent CASE=legal_case STAT=legislation "
        "BILL=bill LEGAL=legislation HEAR=hearing DICT=entry-dictionary ENCYC=entry-encyclopedia "
        "UNPB=manuscript MANSCPT=manuscript MPCT=motion_picture VIDEO=motion_picture SOUND=song "
        "MUSIC=musical_score ART=graphic FIGURE=figure MAP=map SLIDE=speech STAND=standard "
        "PAMP=pamphlet SER=book GEN=document MULTI=document INPR=article-journal "
        "ANCIENT=classic CLSWK=classic CTLG=book GRNT=document"
    ).split()
)
