"""Common given names, folded: they tell "Jane Smith" from "Chatham House".

The most frequent given names of the last hundred years in English-, German-, French-, Spanish-,
Portuguese-, Italian-, Nordic-, Dutch-, Slavic-speaking and some further countries.
"""

from functools import cache

_NAMES = """
adam adolf adrian agnes ahmed aidan akira alan albert alejandro aleksandr alena alessandro alex
alexander alexandra alexei alexis alfred ali alice alison allan allen amanda amir amy ana
anastasia anatoly anders andre andrea andreas andrei andrew andrey andrzej angela anil anita anja
ann anna anne annette anthony antoine anton antonio arthur artyom astrid axel ayse barbara barry
beatrice beatriz ben benedict benjamin bernard bernd bernhard beth bettina bill birgit bjorn bob
boris brandon brenda brian bruce bruno caitlin carl carla carlo carlos carmen carol caroline
catherine cecilia charles charlotte chris christian christina christine christoph christopher
claire clara claude claudia claudio colin connor conrad craig cristina cynthia cyril dale dan
daniel daniela danielle darren david dean deborah dennis derek desmond diana diane diego dieter
dmitri dmitry dominic dominik don donald donna dorothy douglas duncan edgar edith eduardo edward
eileen eleanor elena elizabeth ella ellen emanuel emil emile emily emma eric erica erik erika
ernest ernst esther etienne eugene eva evelyn fabio fatima felix fernanda fernando fiona florian
frances francesca francesco francis francisco francois frank franz fred frederic frederick
friedrich gabriel gabriela gabriele gareth gary georg george georges gerald gerard gerhard giles
gilles giorgio giovanni giulia giuseppe glenn gloria gordon grace graham greg gregor gregory
gudrun guido guillaume gunter gustav guy hanna hannah hans harald harold harry hassan heather
heidi heike heinrich helen helena helene helga helmut henri henrik henry herbert hermann hilary
hiroshi horst howard hugo hussein ian ibrahim ignacio igor ilya ines ingrid irene irina irving
isaac isabel isabella ivan ivo jack jacob jacques jake jakob james jamie jan jane janet janice
jason javier jay jean jeanne jeff jeffrey jennifer jens jeremy jerome jessica ji-hoon jill jim
jing joachim joan joana joanna joanne joao joe joel johan johann johannes john jon jonas jonathan
jorg jorge jose josef joseph josephine joshua joyce juan judith judy julia julian julie jurgen
justin kai karen karin karl katarina kate katharina katherine kathleen kathryn katja kay keith
kelly ken kenji kenneth kevin khalid kim kirsten klaus kristin kristina kurt lars laura lauren
laurent lawrence lee lena leo leon leonard leslie lewis li liam linda lisa lorenzo louis louise
luca lucas lucia lucy ludwig luigi luis luisa lukas lynn madeleine magnus manfred manuel marc
marcel marcelo marco marcus margaret margarita maria mariana marie marina mario marion mark markus
marta martha martin martina mary mathias mathilde matteo matthew matthias maurice max maximilian
megan mehmet melissa mia michael michel michele michelle miguel mikhail milan min-jun ming mirjam
mohamed mohammad mohammed monica monika morris muhammad mustafa nadia nancy naomi natalia natalie
nathan neil nicholas nick nicola nicolas nicole nikolai nils nina noah noel nora norbert norman
olaf ole oleg olga oliver olivia omar orlando oscar otto pablo pamela paola paolo pascal patricia
patrick paul paula paulina paulo pavel pedro penny per percy peter petra phil philip philippe
phillip pia pierre pieter piotr priya quentin rachel rahul rainer ralf ralph ramon randall randy
raphael raul ravi raymond rebecca regina reinhard renate rene ricardo richard rita rob robert
roberto robin rodrigo roger roland rolf ron ronald rosa rose ross roy rudolf rupert russell ruth
ryan sabine sally sam samantha sami samuel sandra sanjay sara sarah scott sean sebastian sergei
sergey sergio sharon sheila shirley sigrid silvia silvio simon simone sofia sonja sophia sophie
stanley stefan stefanie stella stephan stephanie stephen steve steven stuart susan susanne suzanne
sven svetlana sybille sylvia takashi tamara tania tanja tatiana teresa terry theodore theresa
thierry thomas tim timothy tina tobias todd tom tomas tomasz tony tracy ulf ulrich ulrike urs
ursula uwe valentina valerie vanessa vasily vera veronica victor victoria viktor vincent viola
virginia vivian vladimir volker walter wayne wei wendy werner wilfried wilhelm will willem william
winfried wolfgang xavier yasmin yuki yuri yusuf yves yvonne zoe александр алексеи андреи анна
владимир дмитрии елена иван мария михаил наталья николаи ольга сергеи
"""


@cache
def given_names() -> frozenset[str]:
    """Folded given names that are common enough to show that a person is meant."""
    return frozenset(_NAMES.split())
