"""Words that tell people, their titles, and bodies apart."""

from __future__ import annotations

from claimtrack.articles.english.word_classes import word_set

TITLES = word_set(
    """mr mr. mrs mrs. ms ms. miss dr dr. prof prof. sir dame lord lady sen sen. sens. rep rep. reps. gov gov. gen gen.
    lt lt. col col. sgt sgt. capt capt. adm adm. maj maj. rev rev. hon. pres. st.
    president vice-president premier chancellor minister secretary senator congressman congresswoman representative
    governor mayor councillor councilman councilwoman commissioner ambassador envoy general colonel major captain
    lieutenant sergeant admiral marshal commander judge justice attorney prosecutor professor doctor director chief
    chairman chairwoman chair chairperson ceo cfo founder co-founder editor speaker leader spokesman spokeswoman
    spokesperson king queen prince princess pope bishop archbishop cardinal rabbi imam sheikh ayatollah emperor
    deputy undersecretary treasurer analyst economist biologist scientist researcher adviser advisor strategist
    manager coach author actor actress singer officer inspector sheriff superintendent detective agent reporter
    correspondent journalist columnist aide nominee candidate academic whip host pollster activist historian expert
    tsar czar rep delegate member resident voter owner head president-elect first-lady lawyer barrister campaigner
    businessman businesswoman billionaire"""
)
# What may stand before a title or a name and is no part of the name.
BEFORE_TITLES = word_set(
    """u.s. us uk u.k. former ex then acting democratic democrat republican conservative labour labor liberal green
    prime vice foreign defense defence interior home finance state deputy senior house senate first american british
    russian ukrainian french german chinese israeli polish turkish canadian australian italian spanish japanese
    indian iranian syrian mexican south north korean afghan arab european emeritus shadow lead chief"""
)
# What only holds somebody's words, and speaks for nobody where its author is not told.
SAYINGS = word_set(
    """statement statements letter letters document documents note notes memo tweet tweets post posts email emails
    e-mail release releases account column speech response interview remarks testimony page transcript ad filing
    records record claim message messages text comment comments headline newsletter circular leaflet"""
)
BODIES = word_set(
    """university institute party council committee department ministry agency news times post journal group
    association bank center centre foundation court house senate congress union church company inc inc. corp corp.
    police office commission organization organisation school college fund army forces force street avenue states
    kingdom nations county city administration campaign parliament assembly board bureau federation society club
    league team network press herald tribune guardian telegraph daily weekly magazine gazette observer bbc cnn
    reuters airlines airport hospital museum authority service services industries systems technologies partners
    capital holdings ltd ltd. llc pac party's republic islands sea river bay guard navy command security act bill
    china russia ukraine iran iraq korea japan germany france israel syria turkey poland india pakistan britain england
    scotland ireland italy spain canada mexico brazil australia america europe afghanistan saudi egypt taiwan belarus
    works motors foods pharma pharmaceuticals railways airways telecom robotics laboratories insurance enterprises
    ventures solutions networks therapeutics petroleum logistics brewery breweries utilities
    treaty amendment caucus alliance coalition day street rights war world cup university's review report"""
)
OUTLETS = word_set(
    """newspaper paper publication magazine outlet agency channel website site broadcaster network weekly daily tabloid
    journal newsroom station wire"""
)
COLLECTIVES = (
    word_set(
        """company firm group organization organisation ministry department government body court party bank agency fund
    union council committee commission administration campaign church association centre center institute city
    university club team bureau office police army military board panel study report poll survey"""
    )
    | OUTLETS
)
# What speaks for whoever made it: `Lind's report`, `an analysis by Lind`, `a letter seen by The Star`.
WRITINGS = word_set(
    """analysis analyses report letter statement document study survey website page note memo tweet post email e-mail ad
    filing forecast data figures transcript release account column editorial article book speech proclamation letters
    documents emails records poll response claim interview remarks testimony"""
)
# Who stands by somebody and speaks for himself: `aides to Berg`, `the mother of Berg`.
RELATIONS = word_set(
    """aide aides adviser advisers advisor advisors lawyer lawyers attorney attorneys solicitor barrister spokesman
    spokesmen spokeswoman spokesperson spokespeople source sources friend friends ally allies critic critics opponent
    opponents supporter supporters backer backers colleague colleagues associate associates relative relatives family
    mother father wife husband son daughter brother sister parents children neighbour neighbours neighbor neighbors
    representative representatives assistant assistants secretary deputy biographer rival rivals official officials
    people person persons member members staff staffers confidant confidants donor donors follower followers doctor
    doctors agent manager party campaign office team camp circle government administration cabinet investigation inquiry
    probe biography those investigators prosecutors insiders insider book film article documentary"""
)
# `the lawyer representing Berg`, `those around Berg`.
RELATING = word_set("representing advising defending supporting opposing backing around behind investigating")
# What people do: no part of their names, though `Farmer` may be one.
OCCUPATIONS = word_set(
    """farmer engineer pastor teacher nurse banker builder driver trader broker miner fisherman student pupil
    architect designer developer programmer consultant physicist chemist climatologist geologist virologist
    epidemiologist psychologist sociologist physician surgeon paramedic firefighter policeman policewoman constable
    pilot sailor soldier veteran writer novelist playwright publisher photographer artist painter musician composer
    comedian filmmaker producer presenter broadcaster blogger podcaster podcast footballer striker goalkeeper midfielder
    defender captain winger quarterback skipper boxer cyclist swimmer runner sprinter jockey trainer shopkeeper
    restaurateur chef waiter waitress hairdresser plumber electrician carpenter mechanic technician accountant auditor
    investor entrepreneur landlord tenant resident pensioner retiree priest vicar reverend father brother sister mother
    monk nun chaplain preacher deacon principal headteacher headmaster headmistress lecturer tutor librarian
    environmentalist ecologist conservationist lobbyist diplomat mediator negotiator whistleblower lawmaker legislator
    politician parliamentarian trustee magnate tycoon industrialist magistrate prosecutor investigator"""
)
FEMALE_WORDS = word_set(
    """mrs mrs. ms ms. miss lady dame queen princess spokeswoman congresswoman chairwoman councilwoman actress
    businesswoman mother sister daughter wife widow girl woman"""
)
MALE_WORDS = word_set(
    """mr mr. sir lord king prince pope spokesman congressman chairman councilman actor businessman father brother son
    husband widower boy man"""
)
FEMALE = word_set(
    """mary maria marie anna anne ann hillary michelle sarah sara laura linda barbara susan karen nancy lisa betty
    margaret sandra ashley kimberly emily donna carol amanda dorothy melissa deborah stephanie rebecca sharon
    cynthia kathleen amy angela shirley brenda pamela nicole samantha katherine catherine christine christina
    helen debbie rachel carolyn janet diane julie joyce victoria kelly heather elizabeth jennifer jessica patricia
    olivia ruth virginia katie kate caroline charlotte claire clare ellen emma eva fiona grace hannah helena irene
    isabel jane jean jill joan judith judy julia kathy kellyanne kim kristen lauren leah lily loretta lucy
    madeleine martha megan melania melanie monica natalie natasha olga oksana olena paula rosa rose ruby sally
    sheila sofia sophia sophie suella susanna tanya tara teresa theresa tina tracy ursula valerie vanessa vera
    veronica wendy yulia yvette yvonne zoe iryna irina svetlana tatiana tetiana nataliya natalia kateryna halyna
    maryna marina lyudmila angelina gina ivanka chelsea carly huma condoleezza nikki jo joanne abigail alice alicia
    alison allison beatrice bella beth bridget cathy cecilia cheryl daisy dana danielle elena elaine eleanor erica
    erin esther eve florence gabriela georgia gloria gwen hope ingrid jackie jacqueline jasmine jen jenny josephine
    marta magda ilona aisha fatima layla leila malala mona nadia noor salma yasmin zahra mei ling priya clara klara"""
)
MALE = word_set(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven steve paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey jeff ryan
    jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin ben samuel sam frank gregory
    raymond alexander alex patrick jack dennis jerry tyler aaron jose henry adam douglas nathan peter pete zachary
    kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur austin noah lawrence jesse
    joe bryan billy bruce albert willie gabriel logan alan juan louis jonah fred marco rand ted bernie barack mitt
    mike tim tom jim bob bill dan ken rick rob ron chris greg doug phil matt nick tony josh jeb marc martin simon
    vladimir volodymyr dmytro dmitry sergei sergey serhiy oleksandr oleksiy andriy mykola mykhailo petro stanislav
    viktor yuriy yuri igor ihor ivan oleg oleh pavlo roman maksym denys taras antony boris anton mohammed muhammad
    mohamed ahmed ali omar hassan hussein ibrahim yusuf abdul khaled mahmoud mustafa emmanuel francois jean-claude
    pierre jacques olaf hans klaus wolfgang giuseppe paolo luigi carlos luis miguel pedro pablo jorge diego javier
    rishi narendra xi kim shinzo hiroshi kenji recep harry ed edmund len leonard victor vincent howard hugh ian
    craig colin neil graham gordon derek duncan edwin ernest felix francis garrett glenn graeme isaac jared jay
    joel jordan julian karl kirk lee leo lewis liam lindsey luke malcolm marcus max mitch neal oliver oscar owen
    philip ralph randy reince robin rodney ross russell seth spencer stuart ted todd travis trevor warren wayne wes
    newt herman chuck corey roy stan jon"""
)


def gender(first: str) -> str:
    """`f` or `m` by a first name, or an empty string where it does not tell."""
    low = first.lower()
    if low in FEMALE:
        return "f"
    return "m" if low in MALE else ""
