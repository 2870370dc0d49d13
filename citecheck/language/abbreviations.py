"""Abbreviations behind which a full stop ends no sentence; folded.

Title word abbreviations after ISO 4, and those of reference lists.
"""

from functools import cache

_WORDS = """
acad adv agric al am anal anim ann annu appl arch artif assoc atmos aufl aust austral bd behav
biochem bioinform biol biomed biophys biosci biotechnol bot br brit bros bull bus ca cardiol
cent cf chem circ clin co cogn comm commun comp comput conf cont contemp corp crit cryst cult curr
cv dept dev diagn dis doc dr ecol econ ed eds educ electr electron eng entomol environ epidemiol
etc ethnol eur evol exp exper fac fed fig fisheries gastroenterol gen genet geogr geol
geophys gerontol hazard hematol hepatol hg hist hortic hosp hrsg hum hydrol immunol inc ind inf
infect inform inst int intell intern invest jap jpn jr lab lang lett limnol ling linguist lit
ltd mach magn manag mater math mech med mem meteorol microbiol mod mol monogr ms mt nat
natl neural neurobiol neurol neurosci no nr nucl numer nutr obstet occup oceanogr oncol
ophthalmol opin opt org ornithol orthop paediatr parasitol pathol pediatr pers perspect pharm
pharmacol phil philos photon phys physiol pol polit polym popul pp prac pract prev proc
prof prog prot psych psychiatry psychol pub publ q quant quart radiol rech reg rep reprod
res resour respir rev rheumatol roy saf scand sch schol sci ser soc sociol sp spec spp sr st
stat stud subsp suppl surg surv symp syst tech technol theor ther toxicol trans transl trop
univ urol var vet virol vis vol vs wiss yearb z zb zh zool
"""


@cache
def abbreviations() -> frozenset[str]:
    """Folded abbreviations, without their full stop."""
    return frozenset(_WORDS.split())
