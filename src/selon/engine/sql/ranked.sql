-- Every article that counts, with its place in canonical order (earliest known publication, then id).
-- Of two records with one id the first of the input counts.
-- in: articles(key, part, place, id, day, outlet_key), parts(part, number)    out: key, id, outlet_key, doc
select key, id, outlet_key, cast(row_number() over (order by day, id) - 1 as bigint) as doc
from (
    select a.key, a.id, a.outlet_key, a.day, row_number() over (partition by a.id order by p.number, a.place) as nth
    from articles a join parts p on a.part = p.part
) named
where nth = 1
