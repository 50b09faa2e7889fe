-- Every article whose id was read before. in: as ranked.sql    out: id, address
select id, address
from (
    select a.id, a.address, row_number() over (partition by a.id order by p.number, a.place) as nth
    from articles a join parts p on a.part = p.part
) named
where nth > 1
