-- The last filled cell; of two at the same moment the greater.
-- {value} the field
-- {at} when a record happened
arg_max({value}, struct_pack(at := {at}, value := {value})) filter ({value} is not null and {at} is not null)
