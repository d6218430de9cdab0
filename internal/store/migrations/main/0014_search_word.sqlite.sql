-- The words of all texts by their sounds, so that a question finds the spellings that the index holds. Derived; made anew.
CREATE TABLE search_word (
  district INTEGER NOT NULL, sound TEXT NOT NULL, word TEXT NOT NULL, typed TEXT NOT NULL,
  PRIMARY KEY (district, sound, word)
) WITHOUT ROWID;
