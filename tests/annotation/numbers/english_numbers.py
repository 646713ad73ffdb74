"""Golden English numbers; all composed."""

TABLE = """
# digits
12 boats | 12
1,204 boats | 1204
2,750,000 people | 2750000
3.5 | 3.5
0.6 of it | 0.6
10\u00a0000 tents | 10000
20k followers | 20000
62km away | 62 kilometers
# words
seven tents | 7
twenty-four tents | 24
twenty four tents | 24
ninety-nine tents | 99
a hundred tents | 100
one hundred and five tents | 105
two hundred and thirty-one tents | 231
three thousand tents | 3000
four thousand five hundred tents | 4500
two million three hundred thousand people | 2300000
a million people | 1000000
zero cases | 0
no one was there | 0
nobody was there | 0
# scales
1.5 million people | 1500000
2.6 bn people | 2600000000
30 thousand people | 30000
half a million homes | 500000
one and a half million homes | 1500000
two and a half thousand homes | 2500
a dozen boats | 12
three dozen boats | 36
half a dozen boats | 6
a couple of boats | 2
a couple of hundred boats | 200
both boats | 2
5 lakh rupees | 500000 INR
# comparators
more than 10 boats | 10..* at_least
at least twenty boats | 20..* at_least
over 300 boats | 300..* at_least
well over 300 boats | 300..* at_least
no fewer than 8 boats | 8..* at_least
not less than 8 boats | 8..* at_least
upwards of 40 boats | 40..* at_least
in excess of 40 boats | 40..* at_least
500 or more | 500..* at_least
500+ boats | 500..* at_least
up to 500 boats | *..500 at_most
as many as 13 boats | *..13 at_most
fewer than 13 boats | *..13 at_most
less than 13 boats | *..13 at_most
no more than 13 boats | *..13 at_most
at most 13 boats | *..13 at_most
about 13 boats | 13 approximate
around a hundred boats | 100 approximate
roughly 13 boats | 13 approximate
nearly 13,000 boats | 13000 approximate
almost 13 boats | 13 approximate
some 800 boats | 800 approximate
an estimated 90 boats | 90 approximate
about a dozen boats | 12 approximate
20 or so boats | 20 approximate
at least another 15 boats | 15..* at_least
they talked about 20 boats | 20
more than a dozen boats | 12..* at_least
just over 90 boats | 90..* at_least
# ranges
20-30 boats | 20..30 range
20–30 boats | 20..30 range
18 to 19 boats | 18..19 range
from 20 to 30 boats | 20..30 range
between 5 and 10 boats | 5..10 range
eight or ten boats | 8..10 range
two or three boats | 2..3 range
5 to 10 million people | 5000000..10000000 range
it rose from 60 to 120 | 60; 120
it fell from 403 to 339 | 403; 339
# vague words
several boats | 2..10 vague
a few boats | 2..10 vague
dozens of boats | 20..100 vague
scores of boats | 20..100 vague
hundreds of boats | 200..1000 vague
thousands of boats | 2000..10000 vague
tens of thousands of boats | 20000..100000 vague
hundreds of thousands of boats | 200000..1000000 vague
millions of boats | 2000000..10000000 vague
several hundred boats | 200..1000 vague
several thousand boats | 2000..10000 vague
a few dozen boats | 20..100 vague
many boats and a number of tents | -
# shares
12 percent of it | 12 percent
12.5% of it | 12.5 percent
90 per cent of it | 90 percent
2 percentage points | 2 percentage_points
half of them | 50 percent
half the boats | 50 percent
more than half the boats | 50..* at_least percent
a third of them | 33.33 percent
two thirds of them | 66.67 percent
two-thirds of them | 66.67 percent
three quarters of them | 75 percent
most of them | 50..100 vague percent
the majority of them | 50..100 vague percent
20-30% of it | 20..30 range percent
# money
$5 | 5 USD
$1.2 million | 1200000 USD
$20m | 20000000 USD
£3bn | 3000000000 GBP
US$40 | 40 USD
up to €3,000 | *..3000 at_most EUR
5 million tenge | 5000000 KZT
KZT 400 | 400 KZT
400 KZT | 400 KZT
30 Turkish lira | 30 TRY
$10-$20 | 10..20 range USD
€7,000 (£6,400) | 7000 EUR; 6400 GBP
multi-billion dollar losses | 2000000000..* vague USD
a multimillion-pound fund | 2000000..* vague GBP
1 million yen | 1000000 JPY
about 16 billion rubles | 16000000000 approximate RUB
# measures
10 kilometres west | 10 kilometers
a 2,000-mile line | 2000 miles
500 square metres | 500 square_meters
3 sq km | 3 square_kilometers
winds of 110 mph | 110 mph
180 km/h | 180 km/h
40 tonnes of grain | 40 tonnes
117 degrees | 117 degrees
35 degrees Celsius | 35 celsius
36,000 acres | 36000 acres
two feet of rain | 2 feet
# no counts
a 47-year-old man | -
aged 17 | -
Ann Brown, 25, said so | -
Ann Brown (25) said so | -
flight 370 | -
Article 5 | -
Room 12 | -
the A320 | -
Covid-19 | -
a 3:2 win | -
they won 3-2 | -
they won 112 to 98 | -
call +7 727 123-45-67 | -
call 555-35-35 | -
the 5th boat | -
the 21st boat | -
three days | -
for 40 minutes | -
six years later | -
twice, then 3 times | -
in 2019 | -
the 2018-2019 season | -
1) Boats | -
version 1.2.3 | -
a father-of-two | -
the second half | -
at 0400 GMT | -
five o'clock | -
12345678901234567890 | -
"""
