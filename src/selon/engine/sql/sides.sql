-- The articles of each bucket of pairs, each once. The readings, which are wide, come first: the other side of the join is held in memory.
-- in: met(a_doc, b_doc), ranked(key, doc), readings(key, body), limits(block)    out: bucket, doc, body
select x.bucket, x.doc, t.body
from readings t
join (
    select w.bucket, w.doc, r.key
    from (
        select m.b_doc - m.b_doc % l.block as bucket, m.a_doc as doc from met m cross join limits l
        union
        select m.b_doc - m.b_doc % l.block as bucket, m.b_doc as doc from met m cross join limits l
    ) w
    join ranked r on w.doc = r.doc
) x on t.key = x.key
