-- Where two articles share grams: each holder of a gram meets the earliest ones, and of one outlet only those that are not its own furniture.
-- The rules, and the numbers in `limits`, are those of match/seeds.py. A pair that shares fewer than `least` grams of a kind is left out.
-- in: grams(key, kind, hash, place), ranked(key, outlet_key, doc), limits(holders, furniture, least, block)
-- out: bucket, kind, a_doc, a_place, b_doc, b_place
with said as (
    select g.kind, g.hash, g.place, r.doc, r.outlet_key as outlet
    from grams g join ranked r on g.key = r.key
),
shared as (
    select kind, hash from said group by kind, hash having count(*) > 1
),
furniture as (
    select s.kind, s.hash, s.outlet
    from said s cross join limits l
    where s.outlet is not null
    group by s.kind, s.hash, s.outlet, l.furniture
    having count(distinct s.doc) >= l.furniture
),
held as (
    select s.kind, s.hash, s.place, s.doc, s.outlet, f.hash is not null as own,
        row_number() over (partition by s.kind, s.hash order by s.doc, s.place) as nth
    from said s
    join shared h on s.kind = h.kind and s.hash = h.hash
    left join furniture f on s.kind = f.kind and s.hash = f.hash and s.outlet = f.outlet
),
met as (
    select a.kind, a.doc as a_doc, a.place as a_place, b.doc as b_doc, b.place as b_place
    from held a
    join held b on a.kind = b.kind and a.hash = b.hash and a.nth < b.nth
    cross join limits l
    where a.nth <= l.holders and a.doc <> b.doc and (not a.own or b.outlet is null or a.outlet <> b.outlet)
),
enough as (
    select m.kind, m.a_doc, m.b_doc
    from met m cross join limits l
    group by m.kind, m.a_doc, m.b_doc, l.least
    having count(*) >= l.least
)
select m.b_doc - m.b_doc % l.block as bucket, m.kind, m.a_doc, m.a_place, m.b_doc, m.b_place
from met m
join enough e on m.kind = e.kind and m.a_doc = e.a_doc and m.b_doc = e.b_doc
cross join limits l
