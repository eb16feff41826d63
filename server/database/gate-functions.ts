/** Functions that give the same answer for the same record whenever and wherever they run, and read nothing else. */
export const allowedFunctions: ReadonlySet<string> = new Set([
  // operators, as the parser names them
  ...["+", "-", "*", "/", "//", "%", "**", "^", "||", "^@"],
  ...["~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape"],
  ...["abs", "ceil", "ceiling", "exp", "floor", "greatest", "least", "ln", "log", "log10", "log2", "mod", "pow"],
  ...["power", "round", "sign", "sqrt", "trunc", "isnan", "isfinite", "isinf", "nullif"],
  ...["concat", "concat_ws", "contains", "ends_with", "instr", "left", "length", "len", "lower", "ltrim", "position"],
  ...["prefix", "regexp_extract", "regexp_full_match", "regexp_matches", "replace", "right", "rtrim", "starts_with"],
  ...["strip_accents", "strlen", "strpos", "substr", "substring", "suffix", "trim", "upper", "split_part", "reverse"],
  ...["age", "date_add", "date_diff", "date_part", "date_sub", "date_trunc", "datediff", "datepart", "datesub"],
  ...["datetrunc", "day", "dayname", "dayofmonth", "dayofweek", "dayofyear", "epoch", "hour", "isodow", "last_day"],
  ...["make_date", "make_timestamp", "minute", "month", "monthname", "quarter", "second", "strftime", "strptime"],
  ...["to_days", "to_hours", "to_minutes", "to_months", "to_quarters", "to_seconds", "to_weeks", "to_years"],
  ...["try_strptime", "week", "weekday", "weekofyear", "year", "yearweek"],
]);

/** What reads the clock, as a function or as a bare word. */
export const clocks: ReadonlySet<string> = new Set([
  ...["now", "today", "current_date", "current_time", "current_timestamp", "current_localtime"],
  ...["current_localtimestamp", "localtime", "localtimestamp", "get_current_time", "get_current_timestamp"],
  ...["transaction_timestamp", "statement_timestamp", "clock_timestamp", "sysdate", "getdate", "curdate"],
]);

/** What gives another answer each time. */
export const dice: ReadonlySet<string> = new Set([
  ...["random", "rand", "uuid", "gen_random_uuid", "uuidv4", "uuidv7", "setseed", "nextval", "currval"],
]);

/** Types that a condition may cast to. */
export const allowedTypes: ReadonlySet<string> = new Set([
  ...["BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER"],
  ...["FLOAT", "DOUBLE", "DECIMAL", "VARCHAR", "DATE", "TIME", "TIMESTAMP", "INTERVAL"],
]);
