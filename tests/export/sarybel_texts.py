"""Six short accounts of a made-up leak in a made-up town, composed for the tests of `svod.export`."""

WIRE = """SARYBEL, March 12 (Caspian Wire) - An ammonia tank burst at the Sarybel fertiliser works on Monday evening, \
killing at least nine people, the provincial health department said.

Some 140 people were taken to hospital with burns and breathing trouble. Fire crews put out a blaze in the loading yard by midnight.

Several hundred relatives gathered at the gates of the works and demanded that the director step down. \
Police pushed the crowd back with shields. The works denied that anyone had been beaten.

Interior Minister Olzhas Berdin blamed "hooligans from across the river" for the unrest. \
The governor promised every bereaved family three million tenge by April 1.
"""

MINISTRY = """Сообщение Министерства по чрезвычайным ситуациям

Вечером 11 марта на заводе удобрений в Сарыбеле разгерметизировался резервуар с аммиаком. \
Погибли 12 человек, ещё 163 пострадали.

Из посёлка Камыш эвакуированы 2,4 тысячи жителей. Никаких столкновений у завода не было. \
Движение по мосту через Тузды остановлено.

Правительство восстановит все повреждённые дома до 1 сентября.
"""

TANG = """Сарыбелдегі жарылыс: не белгілі

11 наурыз күні кешке Сарыбел зауытында аммиак ыдысы жарылды. Облыс әкімдігінің дерегінше, 12 адам қаза тапты.

12 наурызға қараған түні жүздеген тұрғын әкімдік алдына жиналды. Олар директордың кетуін талап етті. \
Полиция 31 адамды ұстады. Телефон байланысы таңға дейін болмады.
"""

DIGEST = """Главное за сутки

По данным МЧС, погибли 12 человек, ещё 163 пострадали. Сообщается также об эвакуации посёлка Камыш. \
Прокуратура возбудила дело о халатности.
"""

LETTER = """What I saw from the bakery

I am writing this so that my children know. I heard two bangs, one after the other, not one. \
The smell came an hour later and we shut the windows with wet towels.

Nobody came to warn us in Kamysh. We walked out ourselves, over the bridge, with the old people on carts. \
The police beat my neighbour with a stick by the gates, I saw it with my own eyes. They called us a “mob”. \
We were mothers.

Later there was no bread in the shops for days.
"""

FEATURE = """The night the sky turned white

By Joanna Reyes

The leak at Sarybel killed 19 people, according to a list that the doctors' union keeps. \
The provincial health department, which first spoke of at least nine dead, has withdrawn that number and now gives 14.

Inspectors had warned of the tank in 2021. On the night of 11 to 12 March rescue workers led about 2,000 people out of Kamysh. \
The interior ministry says that 31 people were detained; their lawyers count 58.

The so-called “investigation” has not questioned the director, who resigned on Friday. \
Parents want the works to be closed for good. The government says that it will rebuild every damaged house by September.
"""
