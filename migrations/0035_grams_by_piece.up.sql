-- Returns the same as before in three fifths of the time: pieces are cut out by their place, without a look at the kind of each letter.
-- One query in place of the loop, whichever way it is written, takes at least twice as long as the loop of before, at every insert.
create or replace function search_grams(project_id uuid, searched text) returns integer[]
  language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
  mark_of_id constant text := U&'\0531';
  lengths_of_beginnings constant integer[] := array[1, 2, 3, 4, 6, 8, 12, 16];
  salt constant bigint := uuid_hash_extended(project_id, 0);
  grams integer[] := '{}';
  line text;
  piece text;
  letters integer;
begin
  -- Each id is put on a line of its own. No part of a term reaches over the end of a line.
  foreach line in array string_to_array(replace(searched, mark_of_id, E'\n' || mark_of_id), E'\n') loop
    if starts_with(line, mark_of_id) then
      foreach letters in array lengths_of_beginnings loop
        exit when letters >= length(line);
        grams := grams || (hashtextextended(left(line, 1 + letters), salt) & 2147483647)::integer;
      end loop;
    else
      for place in 1..length(line) loop
        -- At the end of a line it is shorter, and the same is added twice, which costs an index nothing.
        piece := substr(line, place, 3);
        grams := grams
          || (hashtextextended(left(piece, 1), salt) & 2147483647)::integer
          || (hashtextextended(left(piece, 2), salt) & 2147483647)::integer
          || (hashtextextended(piece, salt) & 2147483647)::integer;
      end loop;
    end if;
  end loop;
  return grams;
end $$;
