-- The place of a customer's newest record, by a field that says when it was updated.
-- {updated} the field
arg_max(rowid, struct_pack(updated := coalesce({updated}::timestamp, '-infinity'::timestamp), place := rowid))
