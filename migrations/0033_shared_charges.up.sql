-- What callers spent of their allowances this minute, by which the instances of one database learn of each other's. Unlogged: after a
-- crash everybody begins a new minute, as with an instance that is replaced.
create unlogged table shared_charges (
  -- Which allowance, and whose: a hash, since who it is stands nowhere else in the database.
  spender bytea not null,
  points bigint not null,
  ends_at timestamptz not null,
  constraint shared_charges__pkey primary key (spender)
  -- Room for the next writings of a row on its page.
) with (fillfactor = 50);
