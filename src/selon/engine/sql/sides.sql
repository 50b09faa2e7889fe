-- The articles of each bucket of pairs, each once.
-- in: met(a_doc, b_doc), ranked(key, doc), readings(key, body), limits(block)    out: bucket, doc, body
select w.bucket, w.doc, t.body
from (
    select m.b_doc - m.b_doc % l.block as bucket, m.a_doc as doc from met m cross join limits l
    union
    select m.b_doc - m.b_doc % l.block as bucket, m.b_doc as doc from met m cross join limits l
) w
join ranked r on w.doc = r.doc
join readings t on r.key = t.key
