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
placed as (
    select s.kind, s.hash, s.place, s.doc, s.outlet,
        row_number() over (partition by s.kind, s.hash order by s.doc, s.place) as nth,
        dense_rank() over (partition by s.kind, s.hash, s.outlet order by s.doc) as nth_of_outlet
    from said s join shared h on s.kind = h.kind and s.hash = h.hash
),
held as (
    select p.kind, p.hash, p.place, p.doc, p.outlet, p.nth,
        p.outlet is not null and max(p.nth_of_outlet) over (partition by p.kind, p.hash, p.outlet) >= l.furniture as own
    from placed p cross join limits l
),
met as (
    select a.kind, a.doc as a_doc, a.place as a_place, b.doc as b_doc, b.place as b_place
    from held a
    join held b on a.kind = b.kind and a.hash = b.hash and a.nth < b.nth
    cross join limits l
    where a.nth <= l.holders and a.doc <> b.doc and (not a.own or b.outlet is null or a.outlet <> b.outlet)
),
counted as (
    select m.kind, m.a_doc, m.a_place, m.b_doc, m.b_place, count(*) over (partition by m.kind, m.a_doc, m.b_doc) as grams
    from met m
)
select c.b_doc - c.b_doc % l.block as bucket, c.kind, c.a_doc, c.a_place, c.b_doc, c.b_place
from counted c cross join limits l
where c.grams >= l.least
